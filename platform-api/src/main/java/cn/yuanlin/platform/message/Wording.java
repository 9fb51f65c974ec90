package cn.yuanlin.platform.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template filled in: what everybody in the audience is told. @param fields for WeChat's template */
record Wording(
        String template,
        String title,
        String body,
        @Nullable String link,
        Map<String, String> fields,
        List<Channel> channels) {
    static final int LONGEST_TITLE = 50;
    static final int LONGEST_BODY = 500;

    static Wording of(Template template, Map<String, ?> values) {
        var fields = new LinkedHashMap<String, String>();
        template.wechatFields().forEach((field, words) -> fields.put(field, Template.fill(words, values)));
        var link = template.link();
        return new Wording(
                template.code(),
                notLonger(Template.fill(template.title(), values), LONGEST_TITLE),
                notLonger(Template.fill(template.body(), values), LONGEST_BODY),
                link == null ? null : Template.fill(link, values),
                fields,
                template.channels());
    }

    /** As PostgreSQL counts: by code points. */
    private static String notLonger(String text, int longest) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest)
            throw new IllegalArgumentException("a text of " + text.length() + " characters");
        return text;
    }
}
