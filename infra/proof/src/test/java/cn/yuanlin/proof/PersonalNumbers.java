package cn.yuanlin.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds phones and id numbers in any text, also where it is hex or base64 of bytes that hold them. */
record PersonalNumbers(Set<String> numbers) {
    private static final int PHONE = 11;
    private static final int DOCUMENT = 18;
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]{11,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{22,}|[0-9A-F]{22,}");
    /** Both alphabets; eleven bytes are fifteen signs. */
    private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/_-]{14,}");

    /** @return those of the numbers that the text has */
    Set<String> in(String text) {
        var found = new TreeSet<String>();
        plain(text, found);
        HEX.matcher(text).results().forEach(run -> {
            for (var start = 0; start < 2; start++) plain(fromHex(run.group(), start), found);
        });
        BASE64.matcher(text).results().forEach(run -> {
            var signs = run.group().replace('-', '+').replace('_', '/');
            for (var start = 0; start < 4; start++) plain(fromBase64(signs, start), found);
        });
        return found;
    }

    Set<String> in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private void plain(String text, Set<String> found) {
        var words = WORD.matcher(text);
        while (words.find()) {
            for (var start = words.start(); start + PHONE <= words.end(); start++) {
                var first = text.charAt(start);
                if (first != '1' && first != '9') continue;
                keep(text.substring(start, start + PHONE), found);
                if (start + DOCUMENT <= words.end()) keep(text.substring(start, start + DOCUMENT), found);
            }
        }
    }

    private void keep(String candidate, Set<String> found) {
        if (numbers.contains(candidate)) found.add(candidate);
    }

    private static String fromHex(String run, int start) {
        var even = (run.length() - start) / 2 * 2;
        return text(HexFormat.of().parseHex(run.substring(start, start + even)));
    }

    private static String fromBase64(String run, int start) {
        // One sign alone at the end is no byte.
        var end = (run.length() - start) % 4 == 1 ? run.length() - 1 : run.length();
        return text(Base64.getDecoder().decode(run.substring(start, end)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
