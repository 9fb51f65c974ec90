package cn.yuanlin.wechat;

/** Mobile numbers of the mainland, as text. */
final class Phone {
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 7;

    private Phone() {}

    static boolean isValid(String text) {
        return text.matches("1\\d{10}");
    }

    /** {@code 138****0000}, for logs. */
    static String masked(String phone) {
        return phone.substring(0, SHOWN_BEFORE) + "****" + phone.substring(SHOWN_AFTER);
    }
}
