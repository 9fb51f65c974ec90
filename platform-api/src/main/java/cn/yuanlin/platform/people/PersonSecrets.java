package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.util.HexFormat;

/** What only the estate's keys can make or read of a person; bound to the person, so that no value can be moved to another. */
record PersonSecrets(EstateSecrets keys) {
    private static final String IDENTITY = "person.identity";
    static final String PHONE = "person.phone";
    static final String DOCUMENT = "person.document";

    byte[] identityOf(HoldingRow row) {
        return keys.lookupHash(Identity.of(row), IDENTITY);
    }

    byte[] hashPhone(String phone) {
        return keys.lookupHash(phone, PHONE);
    }

    byte[] encryptPhone(String phone, byte[] identity) {
        return keys.encrypt(phone, PHONE, hex(identity));
    }

    String decryptPhone(byte[] cipher, byte[] identity) {
        return keys.decrypt(cipher, PHONE, hex(identity));
    }

    byte[] encryptDocument(String number, byte[] identity) {
        return keys.encrypt(number, DOCUMENT, hex(identity));
    }

    String decryptDocument(byte[] cipher, byte[] identity) {
        return keys.decrypt(cipher, DOCUMENT, hex(identity));
    }

    private static String hex(byte[] identity) {
        return HexFormat.of().formatHex(identity);
    }
}
