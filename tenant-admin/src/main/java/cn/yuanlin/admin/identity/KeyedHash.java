package cn.yuanlin.admin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 by a key that is in no database. There are ten billion phones and a million codes: without the key whoever
 * has a dump can't try them.
 */
@Component
class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 24;

    private final SecretKey key;

    KeyedHash(IdentitySettings settings) {
        var bytes = settings.key().getBytes(UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalStateException("YUANLIN_IDENTITY_KEY must have at least " + SHORTEST_KEY + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    byte[] of(Phone phone) {
        return hash("phone", phone.number());
    }

    byte[] of(WeChatPerson person) {
        return hash("wechat", person.openId());
    }

    byte[] of(Sender sender) {
        return hash("sender", sender.key());
    }

    /** Bound to its phone: a code says nothing about another. */
    byte[] of(Phone phone, String code) {
        return hash("sms-code", phone.number() + "/" + code);
    }

    private byte[] hash(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + ":" + text).getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
