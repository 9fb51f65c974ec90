package cn.yuanlin.admin.support;

import cn.yuanlin.admin.support.FakeHttp.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** So much of WeChat, and of the demo's SMS provider, as signing in uses, in memory. */
public final class FakeWeChat {
    private static final FakeWeChat ONLY = new FakeWeChat();
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern JS_CODE = Pattern.compile("(?:^|&)js_code=([^&]*)");

    private final FakeHttp http = new FakeHttp();
    private final Map<String, Map<String, Object>> persons = new ConcurrentHashMap<>();
    private final Map<String, String> phones = new ConcurrentHashMap<>();
    private final Map<String, String> phoneOwners = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final AtomicBoolean away = new AtomicBoolean();

    private FakeWeChat() {
        http.on("POST", "/sms", request -> {
            if (away.get()) {
                return new Answer(503, null);
            }
            var message = request.json();
            texts.computeIfAbsent(message.path("phone").asString(), phone -> new CopyOnWriteArrayList<>())
                    .add(message.path("text").asString());
            return new Answer(204, null);
        });
        http.on(
                "POST",
                "/cgi-bin/stable_token",
                request -> Answer.ok(Map.of("access_token", "of-tests", "expires_in", 7200)));
        http.on("GET", "/sns/jscode2session", request -> {
            var code = JS_CODE.matcher(request.query());
            return away.get()
                    ? error(-1)
                    : code.find() ? once(code.group(1), persons.get(code.group(1))) : error(40029);
        });
        http.on("POST", "/wxa/business/getuserphonenumber", request -> {
            var asked = request.json();
            var code = asked.path("code").asString();
            var owner = phoneOwners.get(code);
            if (owner != null && !owner.equals(asked.path("openid").asString())) {
                return error(40029);
            }
            var phone = phones.get(code);
            return once(
                    code,
                    phone == null
                            ? null
                            : Map.of(
                                    "errcode",
                                    0,
                                    "phone_info",
                                    Map.of("phoneNumber", phone, "purePhoneNumber", phone, "countryCode", "86")));
        });
    }

    public static FakeWeChat only() {
        return ONLY;
    }

    public String url() {
        return http.url();
    }

    /** A login code of that person. */
    public String loginCode(String openId) {
        return loginCode(openId, "");
    }

    public String loginCode(String openId, String unionId) {
        var code = UUID.randomUUID().toString();
        persons.put(code, Map.of("openid", openId, "unionid", unionId, "session_key", "of-tests"));
        return code;
    }

    /** What the phone button gives to whoever has that phone. */
    public String phoneCode(String phone) {
        var code = UUID.randomUUID().toString();
        phones.put(code, phone);
        return code;
    }

    /** The same, on the phone where that person uses WeChat: good for them alone. */
    public String phoneCode(String openId, String phone) {
        var code = phoneCode(phone);
        phoneOwners.put(code, openId);
        return code;
    }

    public List<String> textsTo(String phone) {
        return texts.getOrDefault(phone, List.of());
    }

    /** The code in the last message to that phone. */
    public String smsCode(String phone) {
        var code = CODE.matcher(textsTo(phone).getLast());
        if (!code.find()) {
            throw new AssertionError("no code in the message");
        }
        return code.group();
    }

    public void goAway() {
        away.set(true);
    }

    public void comeBack() {
        away.set(false);
    }

    private Answer once(String code, Map<String, Object> answer) {
        if (answer == null) {
            return error(40029);
        }
        return used.add(code) ? Answer.ok(answer) : error(40163);
    }

    private static Answer error(int code) {
        return Answer.ok(Map.of("errcode", code, "errmsg", "of tests"));
    }
}
