package cn.yuanlin.platform.message;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind of message, with {@code {names}} where values go. Kept as a constant by the feature that tells.
 *
 * @param code such as {@code ballot.opened}; never changes, because operators tie WeChat's and the SMS provider's templates to it
 * @param title at most 50 characters when filled in
 * @param body at most 500 when filled in; without personal data, for it is kept and sent as it is
 * @param link a page of the app, null for none
 * @param wechatFields which field of WeChat's template shows what, such as {@code thing1} what {@code {ballot}} is
 * @param channels which ways it may take besides the inbox, the first that works
 */
public record Template(
        String code,
        String title,
        String body,
        @Nullable String link,
        Map<String, String> wechatFields,
        List<Channel> channels) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public Template {
        wechatFields = Map.copyOf(wechatFields);
        channels = List.copyOf(channels);
    }

    /** For the inbox alone. */
    public static Template inbox(String code, String title, String body) {
        return new Template(code, title, body, null, Map.of(), List.of());
    }

    /** @throws IllegalArgumentException if a place has no value: a fault of the feature, not of a person */
    static String fill(String words, Map<String, ?> values) {
        return PLACE.matcher(words).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) throw new IllegalArgumentException("no value for {" + place.group(1) + "}");
            return Matcher.quoteReplacement(value.toString());
        });
    }
}
