package cn.yuanlin.gateway.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Where a browser keeps its refresh token: no script reads it, no other site sends it. tenant-admin sets the first one. */
@Component
class RefreshCookie {
    private static final String NAME = "yuanlin_refresh";
    private static final String PATH = "/api/identity";

    private final boolean https;

    RefreshCookie(SessionSettings settings) {
        this.https = "https".equals(settings.publicUrl().getScheme());
    }

    /** The token, or null if the browser has none. */
    @Nullable
    String in(ServerRequest request) {
        var cookie = request.cookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    ResponseCookie with(String token, Duration life) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(https)
                .sameSite("Strict")
                .path(PATH)
                .maxAge(life)
                .build();
    }

    ResponseCookie gone() {
        return with("", Duration.ZERO);
    }
}
