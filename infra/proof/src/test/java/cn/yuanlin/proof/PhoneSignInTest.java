package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.local.RealmAdmin;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A resident comes in at the gateway with a browser and the phone in their hand. */
class PhoneSignInTest {
    private final RunningPlatform platform = RunningPlatform.get();
    private final Phones phones = new Phones(platform.parts());
    private final Browser browser = new Browser(platform.gateway());
    private final String phone = Phones.newNumber();

    @Test
    void theCodeOnThePhoneOpensASessionThatACookieKeeps() {
        var asked = browser.askForCode(phone).expecting(202).json();
        assertThat(asked.path("resendAfterSeconds").asInt()).isEqualTo(60);
        assertThat(browser.askForCode(phone).expecting(429).problem()).isEqualTo("too-many-sms-codes");
        assertThat(phones.sms(phone).path("total").asInt()).isEqualTo(1);
        var code = phones.smsCode(phone);
        assertThat(browser.signIn(phone, other(code)).expecting(422).problem()).isEqualTo("sms-code-wrong");

        var answer = browser.signIn(phone, code).expecting(200);
        assertThat(answer.json().path("newAccount").asBoolean()).isTrue();
        assertThat(answer.json().path("refreshToken").isNull()).isTrue();
        assertThat(answer.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("yuanlin_refresh=")
                        .contains("Path=/api/identity", "HttpOnly", "SameSite=Strict"));
        platform.gateway()
                .get(
                        "/api/identity/me/wechat",
                        answer.json().path("accessToken").asString())
                .expecting(200);

        assertThat(new Browser(platform.gateway())
                        .signIn(phone, code)
                        .expecting(422)
                        .problem())
                .isEqualTo("sms-code-wrong");
        assertThat(platform.accounts(phone)).containsExactly(subject(answer));
    }

    @Test
    void nobodyElsesCodeOpensTheDoor() {
        var neighbour = Phones.newNumber();
        browser.askForCode(phone).expecting(202);
        browser.askForCode(neighbour).expecting(202);
        Assumptions.assumeFalse(phones.smsCode(phone).equals(phones.smsCode(neighbour)));
        assertThat(browser.signIn(phone, phones.smsCode(neighbour))
                        .expecting(422)
                        .problem())
                .isEqualTo("sms-code-wrong");
        assertThat(platform.accounts(phone)).isEmpty();
    }

    @Test
    void theCookieIsRenewedAndAnAnswerThatWasLostComesAgain() {
        var answer = signIn();
        var before = browser.copy();
        var renewed = browser.refresh().expecting(200);
        assertThat(subject(renewed)).isEqualTo(subject(answer));
        assertThat(renewed.json().path("refreshToken").isNull()).isTrue();
        assertThat(renewed.cookies().getFirst())
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(before.refresh().expecting(200).json().path("accessToken").asString())
                .isEqualTo(renewed.json().path("accessToken").asString());
        before.signOut().expecting(204);
        assertThat(browser.refresh().expecting(401).problem()).isEqualTo("session-ended");
    }

    @Test
    void signingOutEndsThisSessionAlone() {
        var answer = signIn();
        var phoneApp = new MiniProgram(platform.gateway());
        var other = signInByWechat(phoneApp);
        assertThat(subject(other)).isEqualTo(subject(answer));
        assertThat(other.json().path("newAccount").asBoolean()).isFalse();

        var stolen = browser.copy();
        browser.signOut().expecting(204);
        assertThat(browser.refresh().expecting(401).problem()).isEqualTo("session-ended");
        assertThat(stolen.refresh().expecting(401).problem()).isEqualTo("session-ended");
        phoneApp.refresh(other.json().path("refreshToken").asString()).expecting(200);
    }

    @Test
    void signingOutEverywhereEndsTheSessionsOnAllDevices() {
        var answer = signIn();
        var phoneApp = new MiniProgram(platform.gateway());
        var other = signInByWechat(phoneApp);

        assertThat(browser.signOutEverywhere("no-token").status()).isEqualTo(401);
        browser.copy()
                .signOutEverywhere(answer.json().path("accessToken").asString())
                .expecting(204);
        assertThat(browser.refresh().expecting(401).problem()).isEqualTo("session-ended");
        assertThat(phoneApp.refresh(other.json().path("refreshToken").asString())
                        .expecting(401)
                        .problem())
                .isEqualTo("session-ended");
    }

    private Caller.Answer signIn() {
        browser.askForCode(phone).expecting(202);
        return browser.signIn(phone, phones.smsCode(phone)).expecting(200);
    }

    private Caller.Answer signInByWechat(MiniProgram app) {
        var person = phones.join(phone);
        return app.signIn(phones.loginCode(person), phones.phoneCode(person)).expecting(200);
    }

    private static String subject(Caller.Answer session) {
        return RealmAdmin.claims(session.json().path("accessToken").asString())
                .path("sub")
                .asString();
    }

    /** Six other digits. */
    private static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }
}
