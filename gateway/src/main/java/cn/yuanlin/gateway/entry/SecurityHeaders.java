package cn.yuanlin.gateway.entry;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What browsers are told to forbid. Set on every answer, whoever wrote it. */
@Component
class SecurityHeaders {
    /** Answers of the API are data: nothing in them may run, load or be framed. */
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** The residents' app brings all it shows and talks to where it came from; its icons are written into its styles. */
    private static final String APP_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

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
        headers.set("Content-Security-Policy", policyOf(path));
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

    private String policyOf(String path) {
        if (path.startsWith("/api/")) {
            return API_POLICY;
        }
        return path.startsWith("/console/") ? consolePolicy : APP_POLICY;
    }
}
