package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.IdType;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.Parsed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Whether the number of a document can be one: form and check digit. Says nothing of whether it was ever issued. */
final class IdentityNumbers {
    private static final Pattern RESIDENT = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern HK_MACAO = Pattern.compile("[HMC][A-Z0-9]?\\d{7,10}");
    private static final Pattern TAIWAN = Pattern.compile("\\d{8}|\\d{10}[A-Z0-9]{0,2}");
    private static final Pattern OTHER = Pattern.compile("[\\p{IsHan}A-Z0-9()/.-]{3,30}");

    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";
    // No I, O, S, V, Z: they look like digits (GB 32100 par. 4).
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private IdentityNumbers() {}

    static Parsed<String> check(IdType type, String number) {
        return switch (type) {
            case ID_CARD -> resident(number);
            case CREDIT_CODE -> credit(number);
            case PASSPORT -> form(PASSPORT, number, "护照号码应为5至17位字母和数字");
            case HK_MACAO_PERMIT -> form(HK_MACAO, number, "港澳通行证号码应为H、M或C开头加数字");
            case TAIWAN_PERMIT -> form(TAIWAN, number, "台湾通行证号码应为8位或10至12位");
            case OTHER -> form(OTHER, number, "证件号码应为3至30位汉字、字母或数字");
        };
    }

    /** Eighteen places: region, day of birth, serial, check digit by ISO 7064 MOD 11-2 (GB 11643). */
    private static Parsed<String> resident(String number) {
        if (!RESIDENT.matcher(number).matches()) return Parsed.wrong(Fault.ID_FORMAT, "身份证号码应为18位");
        try {
            LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException e) {
            return Parsed.wrong(Fault.ID_FORMAT, "身份证号码中的出生日期不存在");
        }
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        return RESIDENT_CHECKS.charAt(sum % 11) == number.charAt(17)
                ? Parsed.value(number)
                : Parsed.wrong(Fault.ID_CHECKSUM, "身份证号码校验不通过，请核对");
    }

    /** Eighteen signs of 31, weights are powers of 3 (GB 32100). */
    private static Parsed<String> credit(String code) {
        boolean signs = code.length() == 18 && code.chars().allMatch(sign -> CREDIT_SIGNS.indexOf(sign) >= 0);
        if (!signs) return Parsed.wrong(Fault.ID_FORMAT, "统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）");
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_SIGNS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_SIGNS.charAt((31 - sum % 31) % 31) == code.charAt(17)
                ? Parsed.value(code)
                : Parsed.wrong(Fault.ID_CHECKSUM, "统一社会信用代码校验不通过，请核对");
    }

    private static Parsed<String> form(Pattern form, String number, String words) {
        return form.matcher(number).matches() ? Parsed.value(number) : Parsed.wrong(Fault.ID_FORMAT, words);
    }
}
