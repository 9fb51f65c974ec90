package cn.yuanlin.admin.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** A keyset position as callers see it: opaque, so that nobody builds one. */
final class Cursor {
    private Cursor() {}

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ProblemType.INVALID.because("翻页参数无效，请从第一页重新查看。").at("after", "翻页参数无效");
        }
    }
}
