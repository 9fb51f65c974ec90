package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Parsed.value;
import static cn.yuanlin.platform.workbook.sheet.Parsed.wrong;

import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.shared.Money;
import cn.yuanlin.platform.workbook.file.RawCell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** The kinds of cells that are amounts and days. Exact: no amount is ever a binary fraction on its way. */
final class Quantities {
    static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]?[0:.]*Z?)?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    // 9999-12-31, the last day Excel knows.
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);

    private Quantities() {}

    /** Yuan with at most two decimals, both bounds included. */
    static Kind<Money> yuan(String min, String max) {
        return new Kind<>(
                (cell, from1904) -> twoDecimals(cell, "金额", min, max, "元").then(amount -> value(Money.ofYuan(amount))),
                new Kind.Constraint.Decimal(min, max),
                Kind.Look.TWO_DECIMALS);
    }

    /** Square metres with at most two decimals, both bounds included. */
    static Kind<Area> squareMetres(String min, String max) {
        return new Kind<>(
                (cell, from1904) ->
                        twoDecimals(cell, "面积", min, max, "平方米").then(size -> value(Area.ofSquareMetres(size))),
                new Kind.Constraint.Decimal(min, max),
                Kind.Look.TWO_DECIMALS);
    }

    static Kind<Integer> whole(int min, int max) {
        return new Kind<>(
                (cell, from1904) -> number(cell).then(number -> {
                    if (number.stripTrailingZeros().scale() > 0) return wrong(Fault.NOT_WHOLE, "应为整数");
                    return within(number, Integer.toString(min), Integer.toString(max))
                            ? value(number.intValueExact())
                            : wrong(Fault.OUT_OF_RANGE, "应为%d至%d之间的整数".formatted(min, max));
                }),
                new Kind.Constraint.Whole(min, max),
                Kind.Look.WHOLE);
    }

    static Kind<LocalDate> day() {
        return new Kind<>(
                (cell, from1904) -> readDay(cell, from1904)
                        .then(day -> day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)
                                ? wrong(Fault.OUT_OF_RANGE, "日期应在%s至%s之间".formatted(FIRST_DAY, LAST_DAY))
                                : value(day)),
                new Kind.Constraint.Day(),
                Kind.Look.DAY);
    }

    private static Parsed<BigDecimal> twoDecimals(RawCell cell, String what, String min, String max, String unit) {
        return number(cell).then(number -> {
            if (number.stripTrailingZeros().scale() > 2) return wrong(Fault.TOO_MANY_DECIMALS, what + "最多两位小数");
            return within(number, min, max)
                    ? value(number)
                    : wrong(Fault.OUT_OF_RANGE, "%s应在%s至%s%s之间".formatted(what, min, max, unit));
        });
    }

    private static Parsed<BigDecimal> number(RawCell cell) {
        if (cell.form() == RawCell.Form.NUMBER && cell.dateStyled()) return wrong(Fault.NOT_NUMBER, "应为数字，现为日期格式");
        return CellContent.number(cell);
    }

    private static boolean within(BigDecimal number, String min, String max) {
        return number.compareTo(new BigDecimal(min)) >= 0 && number.compareTo(new BigDecimal(max)) <= 0;
    }

    private static Parsed<LocalDate> readDay(RawCell cell, boolean from1904) {
        if (cell.form() == RawCell.Form.NUMBER && cell.dateStyled())
            return CellContent.number(cell).then(serial -> {
                boolean known = serial.signum() > 0 && serial.compareTo(LAST_SERIAL) <= 0;
                return known
                        ? value(DateUtil.getLocalDateTime(serial.doubleValue(), from1904)
                                .toLocalDate())
                        : notDay();
            });
        return CellContent.compact(cell).then(Quantities::writtenDay);
    }

    private static Parsed<LocalDate> writtenDay(String text) {
        for (var pattern : new Pattern[] {DAY, EIGHT_DIGITS}) {
            var match = pattern.matcher(text);
            if (!match.matches()) continue;
            try {
                return value(LocalDate.of(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3))));
            } catch (DateTimeException e) {
                return notDay();
            }
        }
        return notDay();
    }

    private static <T> Parsed<T> notDay() {
        return wrong(Fault.NOT_DATE, "应为日期，如 2026-11-22");
    }
}
