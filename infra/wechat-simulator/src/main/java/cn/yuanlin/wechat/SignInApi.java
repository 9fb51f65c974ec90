package cn.yuanlin.wechat;

import java.time.Clock;
import java.util.Map;

/** Codes against who somebody is, and against their phone number. */
final class SignInApi implements Endpoints {
    /** WeChat's own limit for one person. */
    static final int EXCHANGES_PER_MINUTE = 100;

    private static final int KEY_BYTES = 16;
    private static final String CHINA = "86";

    private final SimulatorSettings settings;
    private final AccessTokenApi tokens;
    private final People people;
    private final Codes loginCodes;
    private final Codes phoneCodes;
    private final Clock clock;
    private final MinuteQuota quota;

    SignInApi(
            SimulatorSettings settings,
            AccessTokenApi tokens,
            People people,
            Codes loginCodes,
            Codes phoneCodes,
            Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.people = people;
        this.loginCodes = loginCodes;
        this.phoneCodes = phoneCodes;
        this.clock = clock;
        this.quota = new MinuteQuota(clock, EXCHANGES_PER_MINUTE);
    }

    @Override
    public void addTo(Routes routes) {
        routes.on("GET", "/sns/jscode2session", this::session);
        routes.on("POST", "/wxa/business/getuserphonenumber", tokens.guarded(this::phoneNumber));
    }

    private Answer session(Request request) {
        var refusal = tokens.refusal(request.parameter("appid"), request.parameter("secret"));
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        if (!request.parameter("grant_type").equals("authorization_code")) {
            return Answer.refused(WechatError.INVALID_GRANT_TYPE);
        }
        var code = request.parameter("js_code");
        if (code.isEmpty()) {
            return Answer.refused(WechatError.MISSING_CODE);
        }
        if (loginCodes.owner(code).filter(owner -> !quota.take(owner)).isPresent()) {
            return Answer.refused(WechatError.TOO_OFTEN);
        }
        return switch (loginCodes.take(code)) {
            case Codes.Outcome.Taken(var person) -> session(person);
            case Codes.Outcome.Used() -> Answer.refused(WechatError.CODE_USED);
            case Codes.Outcome.Unknown() -> Answer.refused(WechatError.INVALID_CODE);
        };
    }

    private Answer session(String id) {
        var person = people.active(id).orElseThrow();
        return Answer.of(Map.of(
                "openid", person.openid(), "unionid", person.unionid(), "session_key", RandomText.key(KEY_BYTES)));
    }

    private Answer phoneNumber(Request request) {
        var code = request.text("code");
        if (isOfAnother(code, request.text("openid"))) {
            return Answer.refused(WechatError.INVALID_CODE);
        }
        return switch (phoneCodes.take(code)) {
            case Codes.Outcome.Taken(var person) ->
                phoneNumber(people.byId(person).orElseThrow());
            // Unlike a login code, a used one is no other than a wrong one.
            case Codes.Outcome.Used() -> Answer.refused(WechatError.INVALID_CODE);
            case Codes.Outcome.Unknown() -> Answer.refused(WechatError.INVALID_CODE);
        };
    }

    /** Who says whose code it should be is told nothing of anybody else's, and uses up none. */
    private boolean isOfAnother(String code, String openid) {
        return !openid.isEmpty()
                && phoneCodes
                        .owner(code)
                        .flatMap(people::byId)
                        .filter(person -> !person.openid().equals(openid))
                        .isPresent();
    }

    private Answer phoneNumber(Person person) {
        var watermark = Map.of("timestamp", clock.instant().getEpochSecond(), "appid", settings.appId());
        var info = Map.of(
                "phoneNumber",
                person.phone(),
                "purePhoneNumber",
                person.phone(),
                "countryCode",
                CHINA,
                "watermark",
                watermark);
        return Answer.of(Map.of("errcode", 0, "errmsg", "ok", "phone_info", info));
    }
}
