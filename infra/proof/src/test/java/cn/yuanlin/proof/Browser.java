package cn.yuanlin.proof;

import cn.yuanlin.proof.Caller.Answer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The resident app in a browser: no script sees its refresh token, which comes and goes as a cookie. */
final class Browser {
    private static final Pattern REFRESH = Pattern.compile("yuanlin_refresh=([^;]*);.*");

    private final Caller gateway;
    private @Nullable String refreshToken;

    Browser(Caller gateway) {
        this.gateway = gateway;
    }

    Answer askForCode(String phone) {
        return gateway.post("/api/identity/sms-codes", null, "{\"phone\":\"" + phone + "\"}");
    }

    Answer signIn(String phone, String code) {
        return send("/sms", null, "{\"phone\":\"" + phone + "\",\"code\":\"" + code + "\",\"client\":\"H5\"}");
    }

    Answer refresh() {
        return send("/refresh", null, "");
    }

    Answer signOut() {
        return send("/sign-out", null, "");
    }

    Answer signOutEverywhere(String accessToken) {
        return send("/sign-out", accessToken, "{\"everywhere\":true}");
    }

    /** A copy of this browser, as somebody has who stole its cookies. */
    Browser copy() {
        var copy = new Browser(gateway);
        copy.refreshToken = refreshToken;
        return copy;
    }

    private Answer send(String path, @Nullable String accessToken, String body) {
        var cookies =
                refreshToken == null ? Map.<String, String>of() : Map.of("Cookie", "yuanlin_refresh=" + refreshToken);
        var answer = gateway.call("POST", "/api/identity/sessions" + path, accessToken, cookies, body);
        for (var cookie : answer.cookies()) {
            var set = REFRESH.matcher(cookie);
            if (set.matches()) refreshToken = set.group(1).isEmpty() ? null : set.group(1);
        }
        return answer;
    }
}
