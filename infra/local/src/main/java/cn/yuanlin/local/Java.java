package cn.yuanlin.local;

import java.nio.file.Path;

/** The Java runtime that runs this program, and with it everything it starts. */
final class Java {
    private Java() {}

    static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    static String executable() {
        return home().resolve("bin/java").toString();
    }
}
