package cn.yuanlin.platform.keys;

import java.util.UUID;

/** The estate's key was destroyed or never made: nothing encrypted for it can be read. */
public final class KeyGoneException extends RuntimeException {
    KeyGoneException(UUID estate) {
        super("no key for estate " + estate);
    }
}
