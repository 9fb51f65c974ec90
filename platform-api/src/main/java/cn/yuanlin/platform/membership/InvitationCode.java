package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.security.SecureRandom;
import java.util.Locale;

/** Ten signs that can be read out on the phone: 50 bits, kept as a keyed hash only. */
record InvitationCode(String text) {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final String COLUMN = "invitation.code";
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationCode random() {
        var code = new StringBuilder();
        for (int sign = 0; sign < LENGTH; sign++) code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        return new InvitationCode(code.toString());
    }

    /** As people type it: letters that look like figures are those figures, spaces and dashes don't count. */
    static InvitationCode typed(String text) {
        return new InvitationCode(text.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    byte[] hash(EstateSecrets keys) {
        return keys.lookupHash(text, COLUMN);
    }

    /** Whoever sees the code can use it: it must not get into a log. */
    @Override
    public String toString() {
        return "InvitationCode[]";
    }
}
