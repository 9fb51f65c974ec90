package cn.yuanlin.platform.workbook.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The format's escape of characters that XML can't hold: {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
final class EscapedText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    static String decode(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPE.matcher(text).replaceAll(match -> decoded((char) Integer.parseInt(match.group(1), 16)));
    }

    /** Control characters other than line breaks and tabs are nobody's data: they become nothing. */
    private static String decoded(char character) {
        if (character == '\n' || character == '\t') return String.valueOf(character);
        if (Character.isISOControl(character) || Character.isSurrogate(character)) return "";
        return Matcher.quoteReplacement(String.valueOf(character));
    }
}
