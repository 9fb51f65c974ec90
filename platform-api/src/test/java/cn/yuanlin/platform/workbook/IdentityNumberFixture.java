package cn.yuanlin.platform.workbook;

import java.util.Locale;

/** Numbers of documents that check, and belong to nobody: region 999999 was never given out. */
public final class IdentityNumberFixture {
    private IdentityNumberFixture() {}

    /** @param serial makes the number unlike any other */
    public static String resident(int serial) {
        var digits = "999999%04d%02d%02d%03d"
                .formatted(
                        1950 + serial / 336_000 % 50, 1 + serial / 28_000 % 12, 1 + serial / 1000 % 28, serial % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * weights[i];
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A unified social credit code. */
    public static String company(int serial) {
        var signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = String.format(Locale.ROOT, "91999999MA%07d", serial);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += signs.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + signs.charAt((31 - sum % 31) % 31);
    }
}
