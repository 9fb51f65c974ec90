package cn.yuanlin.admin.office;

import java.util.regex.Pattern;

/** An office's name as clerks write it, without blanks around it or runs of them inside: {@code 春华社区}. */
record OfficeName(String text) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    /** @throws IllegalArgumentException if fewer than 2 or more than 40 characters remain */
    static OfficeName parse(String raw) {
        var text = BLANKS.matcher(raw).replaceAll(" ").strip();
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("名称应为2到40个字");
        }
        return new OfficeName(text);
    }
}
