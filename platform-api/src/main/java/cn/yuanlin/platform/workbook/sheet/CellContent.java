package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Parsed.value;
import static cn.yuanlin.platform.workbook.sheet.Parsed.wrong;

import cn.yuanlin.platform.workbook.file.RawCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A cell as plain text or as an exact number, whichever way the clerk's program stored it. */
final class CellContent {
    static final String NO_FORMULA = "不能填公式，请复制后用“选择性粘贴—数值”改为数值";

    /** Excel keeps 15 significant digits; what a file has beyond them is the tail of a binary fraction. */
    private static final int EXCEL_DIGITS = 15;

    private static final MathContext SHOWN = new MathContext(EXCEL_DIGITS, RoundingMode.HALF_EVEN);
    // Two digits of exponent: one of nine digits would be written out in a gigabyte of zeros.
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][-+]?\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");

    private CellContent() {}

    /** The text without blanks around it; a number as its digits. */
    static Parsed<String> text(RawCell cell) {
        return switch (cell.form()) {
            case TEXT -> value(withoutEdges(cell.text()));
            case NUMBER -> cell.dateStyled() ? becameDate() : number(cell).then(CellContent::digits);
            case BOOLEAN -> wrong(Fault.NOT_TEXT, "不能填 TRUE 或 FALSE");
            case ERROR -> cellError();
            case FORMULA -> formula();
        };
    }

    /** The text in half-width forms and without any blanks: for numbers of phones, documents and doors. */
    static Parsed<String> compact(RawCell cell) {
        return text(cell)
                .then(text -> value(
                        isPlain(text)
                                ? text
                                : BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                                        .replaceAll("")));
    }

    /** Most cells: nothing to normalise, so that half a million of them don't each cost a search. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) <= ' ' || text.charAt(i) > '~') return false;
        return true;
    }

    private static String withoutEdges(String text) {
        if (text.isEmpty()) return text;
        boolean blankEdge = isEdge(text.charAt(0)) || isEdge(text.charAt(text.length() - 1));
        return blankEdge ? EDGES.matcher(text).replaceAll("") : text;
    }

    private static boolean isEdge(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT;
    }

    /** The number as typed: from text exactly, from a number as Excel shows it. */
    static Parsed<BigDecimal> number(RawCell cell) {
        return switch (cell.form()) {
            case TEXT -> compact(cell).then(CellContent::typed);
            case NUMBER ->
                NUMBER.matcher(cell.text()).matches() ? value(shown(new BigDecimal(cell.text()))) : notNumber();
            case BOOLEAN -> notNumber();
            case ERROR -> cellError();
            case FORMULA -> formula();
        };
    }

    static <T> Parsed<T> becameDate() {
        return wrong(Fault.BECAME_DATE, "被自动变成了日期，请先把单元格格式设为“文本”再重新填写");
    }

    private static Parsed<BigDecimal> typed(String text) {
        var plain = text.replaceFirst("^[¥￥]", "").replaceFirst("元$", "");
        if (GROUPED.matcher(plain).matches()) plain = plain.replace(",", "");
        return NUMBER.matcher(plain).matches() ? value(new BigDecimal(plain)) : notNumber();
    }

    /**
     * Files hold 12.8 as {@code 12.800000000000001}: the binary number in 17 digits. If the 15 digits that Excel shows are the
     * same binary number, they are what was typed; if not, somebody wrote more digits, and they count.
     */
    private static BigDecimal shown(BigDecimal exact) {
        if (exact.precision() <= EXCEL_DIGITS) return exact;
        var shown = exact.round(SHOWN);
        return shown.doubleValue() == exact.doubleValue() || tailOfSum(exact, shown) ? shown : exact;
    }

    /** 0.1+0.2 pasted as a value is 0.30000000000000004: shown as 0.3, one step of the last place away from it. */
    private static boolean tailOfSum(BigDecimal exact, BigDecimal shown) {
        double distance = Math.abs(exact.doubleValue() - shown.doubleValue());
        return exact.precision() <= 17 && distance <= 2 * Math.ulp(shown.doubleValue());
    }

    private static Parsed<String> digits(BigDecimal number) {
        // Numbers of documents and bank accounts typed into a number cell end in zeros that nobody typed.
        if (number.precision() - number.scale() > EXCEL_DIGITS)
            return wrong(Fault.LOST_DIGITS, "被当作数字保存，末尾几位已丢失，请先把单元格格式设为“文本”再重新填写");
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return value(plain.toPlainString());
    }

    private static <T> Parsed<T> notNumber() {
        return wrong(Fault.NOT_NUMBER, "应为数字");
    }

    private static <T> Parsed<T> cellError() {
        return wrong(Fault.CELL_ERROR, "单元格显示错误值，请重新填写");
    }

    private static <T> Parsed<T> formula() {
        return wrong(Fault.FORMULA, NO_FORMULA);
    }
}
