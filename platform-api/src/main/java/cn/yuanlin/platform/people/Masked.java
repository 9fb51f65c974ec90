package cn.yuanlin.platform.people;

/** Enough of a secret to recognise it, too little to use it. */
final class Masked {
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    private Masked() {}

    /** {@code 138****5678}; a number too short for that shows nothing. */
    static String phone(String phone) {
        if (phone.length() < SHOWN_FIRST + SHOWN_LAST + SHOWN_LAST) return "*".repeat(phone.length());
        int hidden = phone.length() - SHOWN_FIRST - SHOWN_LAST;
        return phone.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + phone.substring(phone.length() - SHOWN_LAST);
    }
}
