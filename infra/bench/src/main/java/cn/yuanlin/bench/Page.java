package cn.yuanlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown page with places for figures: between {@code <!-- figures of NAME -->} and {@code <!-- end -->} stands what
 * was measured last.
 */
record Page(Path file) {
    /** @throws IllegalArgumentException if the page has no place of this name */
    void put(String name, String figures) throws IOException {
        Files.writeString(file, put(Files.readString(file), name, figures));
    }

    static String put(String page, String name, String figures) {
        var begin = "<!-- figures of " + name + " -->";
        var place = Pattern.compile(Pattern.quote(begin) + ".*?<!-- end -->", Pattern.DOTALL)
                .matcher(page);
        if (!place.find()) throw new IllegalArgumentException("The page has no place for the figures of " + name);
        return place.replaceFirst(Matcher.quoteReplacement(begin + "\n" + figures.strip() + "\n<!-- end -->"));
    }
}
