package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Parsed.value;
import static cn.yuanlin.platform.workbook.sheet.Parsed.wrong;

import cn.yuanlin.platform.people.Share;
import cn.yuanlin.platform.people.UnitNo;
import cn.yuanlin.platform.workbook.file.RawCell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of cells that are words, names and numbers of things. */
final class Kinds {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE =
            Pattern.compile("(?:0\\d{2,3}-?)?\\d{7,8}(?:-\\d{1,6})?|[48]00-?\\d{3}-?\\d{4}|\\d{5}");
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern DOOR_PART = Pattern.compile("[\\p{IsHan}A-Z0-9]{1," + UnitNo.LONGEST_PART + "}");
    private static final Pattern SERVICES = Pattern.compile("[、,，;；/\\n]+");

    private Kinds() {}

    static Kind<String> text(int maxLength) {
        return text(maxLength, Kind.Look.TEXT);
    }

    /** Paragraphs: line breaks stay. */
    static Kind<String> longText(int maxLength) {
        return text(maxLength, Kind.Look.WRAPPED_TEXT);
    }

    private static Kind<String> text(int maxLength, Kind.Look look) {
        return new Kind<>(
                (cell, from1904) -> CellContent.text(cell).then(text -> noLongerThan(text, maxLength)),
                new Kind.Constraint.AnyText(maxLength),
                look);
    }

    /** One of a few words, in the order they are offered. */
    static <T> Kind<T> oneOf(Map<String, T> words) {
        var offered = List.copyOf(words.keySet());
        var hint = "应为“%s”之一".formatted(String.join("、", offered));
        return new Kind<>(
                (cell, from1904) -> CellContent.compact(cell).then(text -> {
                    var meant = words.get(text);
                    return meant == null ? wrong(Fault.NOT_IN_LIST, hint) : value(meant);
                }),
                new Kind.Constraint.OneOf(offered),
                Kind.Look.TEXT);
    }

    static Kind<String> mobile() {
        return compact(20, text -> {
            var national = text.replaceFirst("^\\+86", "").replace("-", "");
            if (MOBILE.matcher(national).matches()) return value(national);
            return national.matches("\\d{11}")
                    ? wrong(Fault.PHONE_FORMAT, "手机号应以13至19开头")
                    : wrong(Fault.PHONE_FORMAT, "手机号应为11位");
        });
    }

    /** A mobile, a landline with or without area code, or a service number. */
    static Kind<String> phone() {
        return compact(30, text -> {
            var plain = text.replaceAll("[()（）]+", "-").replaceFirst("^-", "").replaceAll("-+", "-");
            return MOBILE.matcher(plain).matches() || LANDLINE.matcher(plain).matches()
                    ? value(plain)
                    : wrong(Fault.PHONE_FORMAT, "电话应为11位手机号，或“区号-号码”，如 0574-88880000");
        });
    }

    /** The number of a document; whether it is one is decided together with the document's kind. */
    static Kind<String> documentNumber() {
        return compact(30, text -> noLongerThan(text.toUpperCase(Locale.ROOT), 30));
    }

    static Kind<String> slug() {
        return compact(40, text -> {
            boolean fits = text.length() >= 3
                    && text.length() <= 40
                    && SLUG.matcher(text).matches();
            return fits ? value(text) : wrong(Fault.SLUG_FORMAT, "网址短名应为3至40个小写字母、数字和短横线，以字母开头，如 chunhui-yuan");
        });
    }

    static Kind<String> building() {
        return compact(20, text -> {
            try {
                return value(UnitNo.parseBuilding(text));
            } catch (IllegalArgumentException e) {
                return wrong(Fault.BUILDING_FORMAT, "幢号应为汉字、字母或数字，最多10个字，如 3幢");
            }
        });
    }

    static Kind<String> entrance() {
        return doorPart("(?:单元|门)$", true, "单元应为汉字、字母或数字，最多10个字，如 2");
    }

    static Kind<String> room() {
        return doorPart("[室号]$", false, "室号应为汉字、字母或数字，最多10个字，如 502");
    }

    private static Kind<String> doorPart(String suffix, boolean dropZeros, String words) {
        return compact(20, text -> {
            var upper = text.toUpperCase(Locale.ROOT).replaceFirst(suffix, "");
            var part = dropZeros ? upper.replaceFirst("^0+(?=\\d)", "") : upper;
            return DOOR_PART.matcher(part).matches() ? value(part) : wrong(Fault.UNIT_FORMAT, words);
        });
    }

    static Kind<UnitNo> unitNo() {
        return compact(40, text -> {
            try {
                return value(UnitNo.parse(text));
            } catch (IllegalArgumentException e) {
                return wrong(Fault.UNIT_FORMAT, "户号应写成“3幢2单元502室”或“3-2-502”");
            }
        });
    }

    static Kind<Share> share() {
        return new Kind<>((cell, from1904) -> readShare(cell), new Kind.Constraint.AnyText(15), Kind.Look.TEXT);
    }

    private static Parsed<Share> readShare(RawCell cell) {
        if (cell.form() == RawCell.Form.NUMBER && cell.dateStyled()) return CellContent.becameDate();
        if (cell.form() == RawCell.Form.NUMBER) return CellContent.number(cell).then(Kinds::decimalShare);
        return CellContent.compact(cell).then(text -> {
            if (text.equals("1") || text.equals("全部")) return value(Share.WHOLE);
            try {
                return value(Share.parse(text));
            } catch (IllegalArgumentException e) {
                return notShare();
            }
        });
    }

    private static Parsed<Share> decimalShare(BigDecimal number) {
        try {
            int millionths = number.movePointRight(6).intValueExact();
            return value(new Share(millionths, Share.FINEST));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return notShare();
        }
    }

    private static <T> Parsed<T> notShare() {
        return wrong(Fault.SHARE_FORMAT, "份额应写成分数，如 1/2，大于0且不超过1");
    }

    static Kind<List<String>> services() {
        return new Kind<>(
                (cell, from1904) -> CellContent.text(cell).then(text -> {
                    var services = Stream.of(SERVICES.split(text))
                            .map(String::strip)
                            .filter(service -> !service.isEmpty())
                            .distinct()
                            .toList();
                    boolean fits =
                            services.size() <= 20 && services.stream().allMatch(service -> length(service) <= 20);
                    return fits ? value(services) : wrong(Fault.TOO_LONG, "最多20项，每项最多20个字，用顿号隔开");
                }),
                new Kind.Constraint.AnyText(300),
                Kind.Look.WRAPPED_TEXT);
    }

    private static <T> Kind<T> compact(int maxLength, Function<String, Parsed<T>> meaning) {
        return new Kind<>(
                (cell, from1904) -> CellContent.compact(cell).then(meaning),
                new Kind.Constraint.AnyText(maxLength),
                Kind.Look.TEXT);
    }

    private static Parsed<String> noLongerThan(String text, int maxLength) {
        int length = length(text);
        return length <= maxLength ? value(text) : wrong(Fault.TOO_LONG, "最多%d个字，现有%d个字".formatted(maxLength, length));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
