package cn.yuanlin.wechat;

import java.util.Map;
import java.util.regex.Pattern;

/** What WeChat lets stand in the fields of a template: the field's name begins with its kind, as in {@code thing2}. */
final class TemplateValue {
    private static final Pattern NAME = Pattern.compile("([a-z_]+?)\\d+");

    private static final Map<String, Pattern> ALLOWED = Map.ofEntries(
            Map.entry("thing", Pattern.compile(".{1,20}")),
            Map.entry("number", Pattern.compile("(?=.{1,32}$)-?\\d+(\\.\\d+)?")),
            Map.entry("letter", Pattern.compile("[A-Za-z]{1,32}")),
            Map.entry("symbol", Pattern.compile("[^\\p{L}\\p{N}]{1,5}")),
            Map.entry("character_string", Pattern.compile("[\\x20-\\x7e]{1,32}")),
            Map.entry("time", Pattern.compile(".{0,20}\\d{1,2}:\\d{2}.{0,24}")),
            Map.entry("date", Pattern.compile("(?=.*\\d).{1,44}")),
            Map.entry("amount", Pattern.compile("\\D?\\d{1,10}(\\.\\d+)?元?")),
            Map.entry("phone_number", Pattern.compile("[\\d+\\-() ]{1,17}")),
            Map.entry("car_number", Pattern.compile(".{1,8}")),
            Map.entry("name", Pattern.compile("[\\p{IsHan}·]{1,10}|[\\p{L}\\p{P} ]{1,20}")),
            Map.entry("phrase", Pattern.compile("\\p{IsHan}{1,5}")));

    private TemplateValue() {}

    static boolean fits(String field, String value) {
        var name = NAME.matcher(field);
        if (!name.matches()) {
            return false;
        }
        var allowed = ALLOWED.get(name.group(1));
        return allowed != null && allowed.matcher(value).matches();
    }
}
