package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A text of {@code infra/} with placeholders <code>${name}</code>. */
final class Template {
    private Template() {}

    /** The text with these placeholders filled; others stay, for realm files have some that Keycloak reads itself. */
    static String fill(Path file, Map<String, String> values) {
        try {
            var text = Files.readString(file);
            for (var value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
