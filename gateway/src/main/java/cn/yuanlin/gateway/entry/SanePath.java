package cn.yuanlin.gateway.entry;

/**
 * Whether gateway and service are sure to read a path alike. Whatever two parsers may understand differently (dot
 * segments, encoded slashes, path parameters, doubled slashes) is refused instead of normalised.
 */
final class SanePath {
    private SanePath() {}

    /** @param raw the path as it came, still percent-encoded */
    static boolean accepts(String raw) {
        if (!raw.startsWith("/") || raw.contains("//")) {
            return false;
        }
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == '/' && dotSegmentFollows(raw, at + 1)) {
                return false;
            }
            if (c == '%' && !harmlessEscape(raw, at)) {
                return false;
            }
            if (c <= ' ' || c >= 0x7f || c == ';' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean dotSegmentFollows(String raw, int from) {
        int end = raw.indexOf('/', from);
        var segment = raw.substring(from, end < 0 ? raw.length() : end);
        return segment.equals(".") || segment.equals("..");
    }

    /** Control characters, dot, slash, semicolon, percent and backslash have no reason to come encoded. */
    private static boolean harmlessEscape(String raw, int at) {
        if (at + 2 >= raw.length()) {
            return false;
        }
        int high = Character.digit(raw.charAt(at + 1), 16);
        int low = Character.digit(raw.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        int value = high << 4 | low;
        return value >= 0x20 && value != 0x7f && "./;%\\".indexOf(value) < 0;
    }
}
