package cn.yuanlin.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether texts and pictures may be published; version 2 of both calls. */
final class ContentCheckApi implements Endpoints {
    static final int MOST_CHARACTERS = 2500;
    /** Whoever's content is checked must have used the mini program in this time. */
    static final Duration ACTIVE = Duration.ofHours(2);

    private static final String VERSION = "2";
    private static final int SCENES = 4;
    private static final int AUDIO = 1;
    private static final int PICTURE = 2;
    private static final int TRACE_BYTES = 16;

    private final AccessTokenApi tokens;
    private final People people;
    private final Verdicts verdicts;
    private final MediaChecks mediaChecks;
    private final Clock clock;

    ContentCheckApi(AccessTokenApi tokens, People people, Verdicts verdicts, MediaChecks mediaChecks, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.verdicts = verdicts;
        this.mediaChecks = mediaChecks;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("POST", "/wxa/msg_sec_check", tokens.guarded(this::text));
        routes.on("POST", "/wxa/media_check_async", tokens.guarded(this::media));
    }

    private Answer text(Request request) {
        var json = request.json();
        var content = json.path("content").asString("");
        if (content.isEmpty()) {
            return Answer.refused(WechatError.EMPTY_BODY);
        }
        if (content.codePointCount(0, content.length()) > MOST_CHARACTERS) {
            return Answer.refused(WechatError.TOO_LONG);
        }
        var refusal = refusal(json);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        var answer = new HashMap<String, Object>(verdicts.of(content).told());
        answer.putAll(Map.of("errcode", 0, "errmsg", "ok", "trace_id", RandomText.of(TRACE_BYTES)));
        return Answer.of(answer);
    }

    private Answer media(Request request) {
        var json = request.json();
        var type = json.path("media_type").asInt(0);
        var address = json.path("media_url").asString("");
        if ((type != AUDIO && type != PICTURE) || !isWebAddress(address)) {
            return Answer.refused(WechatError.NOT_JSON);
        }
        var refusal = refusal(json);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        var check = new MediaChecks.Check(
                RandomText.of(TRACE_BYTES),
                json.path("openid").asString(""),
                address,
                verdicts.of(address),
                clock.instant());
        mediaChecks.begin(check);
        return Answer.of(Map.of("errcode", 0, "errmsg", "ok", "trace_id", check.traceId()));
    }

    private static boolean isWebAddress(String text) {
        try {
            var scheme = URI.create(text).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private Optional<WechatError> refusal(JsonNode json) {
        if (!json.path("version").asString("").equals(VERSION)) {
            return Optional.of(WechatError.NOT_JSON);
        }
        var scene = json.path("scene").asInt(0);
        if (scene < 1 || scene > SCENES) {
            return Optional.of(WechatError.INVALID_SCENE);
        }
        var person = people.byOpenid(json.path("openid").asString(""));
        if (person.isEmpty()) {
            return Optional.of(WechatError.INVALID_OPENID);
        }
        var until = person.get().activeAt().plus(ACTIVE);
        return clock.instant().isBefore(until) ? Optional.empty() : Optional.of(WechatError.NOT_ACTIVE);
    }
}
