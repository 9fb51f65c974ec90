package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of {@code infra/} with placeholders <code>${name}</code>. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_]+)}");

    private Template() {}

    /** @throws LocalException if a placeholder has no value */
    static String fill(Path file, Map<String, String> values) {
        try {
            return PLACEHOLDER.matcher(Files.readString(file)).replaceAll(found -> {
                var value = values.get(found.group(1));
                if (value == null) {
                    throw new LocalException(file + " asks for ${" + found.group(1) + "}, which nobody gave");
                }
                return Matcher.quoteReplacement(value);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
