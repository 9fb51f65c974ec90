package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final Playground wechat = new Playground();

    @AfterEach
    void stop() {
        wechat.close();
    }

    @Test
    void tellsWhoseCodeItIs() {
        var lin = wechat.somebody("13800000001");
        var session = wechat.exchange(wechat.loginCode(lin));
        assertThat(session.errcode()).isZero();
        assertThat(session.text("openid")).isEqualTo(lin.openid()).hasSize(28);
        assertThat(session.text("unionid")).isEqualTo(lin.unionid()).isNotEqualTo(lin.openid());
        assertThat(session.text("session_key")).hasSize(24);
    }

    @Test
    void takesALoginCodeOnce() {
        var code = wechat.loginCode(wechat.somebody("13800000001"));
        assertThat(wechat.exchange(code).errcode()).isZero();
        assertThat(wechat.exchange(code).errcode()).isEqualTo(40163);
        assertThat(wechat.exchange("made-up").errcode()).isEqualTo(40029);
    }

    @Test
    void refusesALoginCodeThatIsFiveMinutesOld() {
        var early = wechat.loginCode(wechat.somebody("13800000001"));
        wechat.later(Codes.LIFE.minusSeconds(20));
        assertThat(wechat.exchange(early).errcode()).isZero();
        var late = wechat.loginCode(wechat.somebody("13800000002"));
        wechat.later(Codes.LIFE);
        assertThat(wechat.exchange(late).errcode()).isEqualTo(40029);
    }

    @Test
    void knowsOneMiniProgramOnly() {
        var path = "/sns/jscode2session?grant_type=authorization_code&js_code=x&appid=";
        assertThat(wechat.get(path + "wx-other&secret=" + Playground.APP_SECRET).errcode())
                .isEqualTo(40013);
        assertThat(wechat.get(path + Playground.APP_ID + "&secret=wrong").errcode())
                .isEqualTo(40125);
    }

    @Test
    void tellsThePhoneNumberOnce() {
        var code = wechat.phoneCode(wechat.somebody("13800000001"));
        var told = wechat.call("/wxa/business/getuserphonenumber", Map.of("code", code));
        assertThat(told.errcode()).isZero();
        assertThat(told.json().at("/phone_info/purePhoneNumber").asString()).isEqualTo("13800000001");
        assertThat(told.json().at("/phone_info/watermark/appid").asString()).isEqualTo(Playground.APP_ID);
        assertThat(phone(code)).isEqualTo(40029);
    }

    @Test
    void tellsNobodysNumberToSomebodyElse() {
        var person = wechat.somebody("13800000001");
        var other = wechat.somebody("13800000002");
        var code = wechat.phoneCode(person);
        var path = "/wxa/business/getuserphonenumber";
        assertThat(wechat.call(path, Map.of("code", code, "openid", other.openid()))
                        .errcode())
                .isEqualTo(40029);
        assertThat(wechat.call(path, Map.of("code", code, "openid", person.openid()))
                        .errcode())
                .isZero();
    }

    @Test
    void takesNoLoginCodeForAPhoneNumberAndNoneThatIsOld() {
        var person = wechat.somebody("13800000001");
        assertThat(phone(wechat.loginCode(person))).isEqualTo(40029);
        var late = wechat.phoneCode(person);
        wechat.later(Codes.LIFE);
        assertThat(phone(late)).isEqualTo(40029);
    }

    @Test
    void findsTheHundredAndFirstExchangeOfAMinuteTooOften() {
        var busy = wechat.somebody("13800000001");
        // All within one minute of the clock: begun at its start, whenever that is.
        wechat.later(Duration.ofMillis(60_000 - now() % 60_000));
        var last = IntStream.rangeClosed(0, SignInApi.EXCHANGES_PER_MINUTE)
                .mapToObj(each -> wechat.loginCode(busy))
                .mapToInt(code -> wechat.exchange(code).errcode())
                .toArray();
        assertThat(last).hasSize(101).endsWith(45011).containsOnlyOnce(45011);
        assertThat(wechat.exchange(wechat.loginCode(wechat.somebody("13800000002")))
                        .errcode())
                .isZero();
        wechat.later(Duration.ofMinutes(1));
        assertThat(wechat.exchange(wechat.loginCode(busy)).errcode()).isZero();
    }

    @Test
    void givesANumberThatIsGivenOutAgainToAnotherPerson() {
        var first = wechat.somebody("13800000001");
        var second = wechat.somebody("13800000001");
        assertThat(second.openid()).isNotEqualTo(first.openid());
        assertThat(second.unionid()).isNotEqualTo(first.unionid());
    }

    @Test
    void knowsThemAgainAfterARestart() {
        var before = wechat.somebody("13800000001");
        try (var restarted = new Playground()) {
            var after = restarted.somebody("13800000001");
            assertThat(after.openid()).isEqualTo(before.openid());
            assertThat(after.unionid()).isEqualTo(before.unionid());
        }
    }

    @Test
    void tellsTheNumberTheyHaveNow() {
        var person = wechat.somebody("13800000001");
        wechat.put("/_simulator/people/" + person.id() + "/phone", Map.of("phone", "13800000009"));
        var told = wechat.call("/wxa/business/getuserphonenumber", Map.of("code", wechat.phoneCode(person)));
        assertThat(told.json().at("/phone_info/phoneNumber").asString()).isEqualTo("13800000009");
    }

    @Test
    void refusesPeopleWithoutAMobileNumberAndKnowsNobodyElse() {
        assertThat(wechat.post("/_simulator/people", Map.of("phone", "1380013")).status())
                .isEqualTo(400);
        assertThat(wechat.post("/_simulator/people/p99/login-codes", Map.of()).status())
                .isEqualTo(404);
    }

    private int phone(String code) {
        return wechat.call("/wxa/business/getuserphonenumber", Map.of("code", code))
                .errcode();
    }

    private long now() {
        return Instant.parse(wechat.get("/_simulator/clock").text("now")).toEpochMilli();
    }
}
