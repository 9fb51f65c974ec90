package cn.yuanlin.gateway.entry;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What browsers are told to forbid. Set on every answer, whoever wrote it. */
@Component
class SecurityHeaders {
    /** Answers of the API are data: nothing in them may run, load or be framed. */
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final String consolePolicy;
    private final boolean https;

    SecurityHeaders(EntrySettings settings) {
        var keycloak = EntrySettings.originOf(settings.issuer());
        // Inline styles: Vue binds :style, and component libraries write style elements.
        this.consolePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self' data:; manifest-src 'self'; worker-src 'self' blob:;"
                + " connect-src 'self' " + keycloak + "; frame-src " + keycloak + "; form-action 'self' " + keycloak
                + "; base-uri 'self'; object-src 'none'; frame-ancestors 'none'";
        this.https = "https".equals(settings.publicUrl().getScheme());
    }

    void write(String path, HttpHeaders headers) {
        headers.set("Content-Security-Policy", path.startsWith("/api/") ? API_POLICY : consolePolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", path.startsWith("/api/") ? "cross-origin" : "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
