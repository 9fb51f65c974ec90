package cn.yuanlin.wechat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /cgi-bin/stable_token}, and the check of its tokens that all other calls share. */
final class AccessTokenApi implements Endpoints {
    private final SimulatorSettings settings;
    private final AccessTokens tokens;

    AccessTokenApi(SimulatorSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/cgi-bin/stable_token", this::issue);
    }

    private Answer issue(Request request) {
        var json = request.json();
        if (!json.path("grant_type").asString("").equals("client_credential")) {
            return Answer.refused(WechatError.INVALID_GRANT_TYPE);
        }
        var refusal =
                refusal(json.path("appid").asString(""), json.path("secret").asString(""));
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        var issued = tokens.issue(json.path("force_refresh").asBoolean(false));
        return Answer.of(Map.of(
                "access_token", issued.token(), "expires_in", issued.life().toSeconds()));
    }

    /** Why this is not our mini program; empty if it is. */
    Optional<WechatError> refusal(String appId, String secret) {
        if (!appId.equals(settings.appId())) {
            return Optional.of(WechatError.INVALID_APP_ID);
        }
        return secret.equals(settings.appSecret()) ? Optional.empty() : Optional.of(WechatError.INVALID_SECRET);
    }

    /** A handler that is reached with a good access token only. */
    Function<Request, Answer> guarded(Function<Request, Answer> handler) {
        return request -> tokens.refusal(request.parameter("access_token"))
                .map(Answer::refused)
                .orElseGet(() ->
                        request.body().isBlank() ? Answer.refused(WechatError.EMPTY_BODY) : handler.apply(request));
    }
}
