package cn.yuanlin.proof;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.WechatServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do on their phones and what arrives there, told to and by the played WeChat. */
final class Phones {
    private static final String JSCODE2SESSION = "/sns/jscode2session";
    private static final String PHONE_NUMBER = "/wxa/business/getuserphonenumber";
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    private final Caller simulator;
    private final String appSecret;

    Phones(Platform platform) {
        simulator = new Caller(platform.wechat().url());
        appSecret = platform.wechat().appSecret();
    }

    /** What WeChat is asked for, and what can go wrong. */
    enum Question {
        WHOSE_LOGIN_CODE(JSCODE2SESSION),
        WHICH_PHONE(PHONE_NUMBER);

        private final String path;

        Question(String path) {
            this.path = path;
        }
    }

    /** Somebody with a WeChat account. */
    record Person(String id) {}

    /** A mobile number that nobody in the demo has. */
    static String newNumber() {
        var number = "19%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        GIVEN.add(number);
        return number;
    }

    /** All {@linkplain #newNumber() new numbers} of this test JVM so far. */
    static Set<String> given() {
        return Set.copyOf(GIVEN);
    }

    Person join(String phone) {
        var joined = tell("/people", Map.of("phone", phone)).created();
        return new Person(joined.path("person").asString());
    }

    /** {@code wx.login()}. */
    String loginCode(Person person) {
        return code(person, "login-codes");
    }

    /** A tap on the button that gives the phone number away. */
    String phoneCode(Person person) {
        return code(person, "phone-codes");
    }

    private String code(Person person, String kind) {
        return tell("/people/" + person.id() + "/" + kind, Map.of())
                .created()
                .path("code")
                .asString();
    }

    /** The six digits of the newest text message to this number. */
    String smsCode(String phone) {
        var text = sms(phone).path("items").path(0).path("text").asString();
        var code = CODE.matcher(text);
        if (!code.find()) throw new AssertionError("No code in: " + text);
        return code.group();
    }

    JsonNode sms(String phone) {
        return simulator
                .get("/_simulator/sms?phone=" + phone, null)
                .expecting(200)
                .json();
    }

    void refuse(Question question, int errcode, int times) {
        tell("/faults", Map.of("path", question.path, "kind", "ERROR", "errcode", errcode, "times", times))
                .expecting(201);
    }

    void delay(Question question, Duration by) {
        tell("/faults", Map.of("path", question.path, "kind", "LATENCY", "millis", by.toMillis()))
                .expecting(201);
    }

    /** Does as asked, and the answer gets lost. */
    void loseAnswers(Question question, int times) {
        tell("/faults", Map.of("path", question.path, "kind", "CUT", "times", times))
                .expecting(201);
    }

    void recover() {
        simulator.call("DELETE", "/_simulator/faults", null, Map.of()).expecting(200);
    }

    /** Moves WeChat's clock ahead. */
    void later(Duration by) {
        tell("/clock", Map.of("millis", by.toMillis())).expecting(200);
    }

    /** As if another server of the mini program had forced a new access token: the one in use is dead. */
    void killAccessToken() {
        var wanted = Map.of(
                "grant_type",
                "client_credential",
                "appid",
                WechatServer.APP_ID,
                "secret",
                appSecret,
                "force_refresh",
                true);
        simulator.post("/cgi-bin/stable_token", null, json(wanted)).expecting(200);
    }

    private Caller.Answer tell(String path, Map<String, ?> what) {
        return simulator.post("/_simulator" + path, null, json(what));
    }

    private static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
