package cn.yuanlin.demo;

import java.util.Locale;

/**
 * Names and numbers that belong to nobody. Given names are made of plants and weather; mobiles begin with 138000; no
 * landline begins with 0; region 999999 of identity numbers and of companies was never given out.
 */
final class Invented {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖";
    private static final String FIRST = "青禾麦穗云溪谷岭杉柏枫桐茶竹荷莲菱苔芦荻";
    private static final String SECOND = "田野泉石山川舟桥窗灯雨雪霜露星月风帆砚笛";
    // Prime to the number of names, so that none comes twice.
    private static final int STRIDE = 7_919;

    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Invented() {}

    static String name(int serial) {
        int all = SURNAMES.length() * FIRST.length() * SECOND.length();
        int at = (int) ((long) serial * STRIDE % all);
        int given = at / SURNAMES.length();
        return "" + SURNAMES.charAt(at % SURNAMES.length()) + FIRST.charAt(given % FIRST.length())
                + SECOND.charAt(given / FIRST.length());
    }

    static String mobile(int serial) {
        return String.format(Locale.ROOT, "138000%05d", serial);
    }

    static String landline(String area, int serial) {
        return String.format(Locale.ROOT, "%s-0000%04d", area, serial);
    }

    /** Form and check digit of GB 11643 are right; the region does not exist. Born between 1935 and 1999. */
    static String residentId(int serial) {
        var digits = String.format(
                Locale.ROOT,
                "999999%04d%02d%02d%03d",
                1935 + serial * 7 % 65,
                1 + serial * 5 % 12,
                1 + serial * 11 % 28,
                serial % 1000);
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) sum += (digits.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        return digits + RESIDENT_CHECKS.charAt(sum % 11);
    }

    /** A unified social credit code; form and check sign of GB 32100 are right. */
    static String creditCode(int serial) {
        var code = String.format(Locale.ROOT, "91999999MA%07d", serial);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += CREDIT_SIGNS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + CREDIT_SIGNS.charAt((31 - sum % 31) % 31);
    }
}
