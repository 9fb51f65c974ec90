package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SmsSignInTest extends IdentityTest {
    @Autowired
    private ResidentAccounts accounts;

    @Autowired
    private SmsCodes codes;

    @Test
    void letsInWhoeverSaysTheCodeAndKnowsThemAgain() {
        var phone = newPhone();
        var asked = askForCode(phone);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().path("resendAfterSeconds").asInt()).isEqualTo(60);

        var first = proveBySms(phone, weChat.smsCode(phone), "MINI_PROGRAM");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().path("newAccount").asBoolean()).isTrue();
        assertThat(first.json().path("expiresIn").asInt()).isEqualTo(300);

        var second = signedInBySms(phone);
        assertThat(second.path("newAccount").asBoolean()).isFalse();
        assertThat(subject(second)).isEqualTo(subject(first.json()));
    }

    @Test
    void givesABrowserItsRefreshTokenInACookieNoScriptReads() {
        var phone = newPhone();
        askForCode(phone);
        var answer = proveBySms(phone, weChat.smsCode(phone), "H5");
        assertThat(answer.json().path("refreshToken").isNull()).isTrue();
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("yuanlin_refresh=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/api/identity")
                        .doesNotContain("Secure"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void takesACodeOnce() {
        var phone = newPhone();
        askForCode(phone);
        var code = weChat.smsCode(phone);
        assertThat(proveBySms(phone, code, "H5").status()).isEqualTo(200);
        assertThat(type(proveBySms(phone, code, "H5"))).isEqualTo("/problems/sms-code-wrong");
    }

    @Test
    void takesNoCodeOfAnotherPhone() {
        var mine = newPhone();
        var theirs = newPhone();
        askForCode(mine);
        askForCode(theirs);
        assertThat(proveBySms(theirs, weChat.smsCode(mine), "H5").status())
                .isEqualTo(weChat.smsCode(mine).equals(weChat.smsCode(theirs)) ? 200 : 422);
    }

    @Test
    void aCodeIsDeadAfterFiveWrongTries() {
        var phone = newPhone();
        askForCode(phone);
        var code = weChat.smsCode(phone);
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (var attempt = 1; attempt <= 5; attempt++) {
            assertThat(proveBySms(phone, wrong, "H5").status()).isEqualTo(422);
        }
        assertThat(proveBySms(phone, code, "H5").status()).isEqualTo(422);
    }

    @Test
    void aStormOfGuessesHasFiveTriesToo() throws Exception {
        var phone = newPhone();
        askForCode(phone);
        var code = weChat.smsCode(phone);
        var parsed = Phone.parse(phone);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var guesses = IntStream.range(0, 10_000)
                    .mapToObj("%06d"::formatted)
                    .filter(guess -> !guess.equals(code))
                    .<Callable<Boolean>>map(guess -> () -> codes.redeem(parsed, guess))
                    .toList();
            assertThat(threads.invokeAll(guesses)).noneMatch(Future::resultNow);
        }
        assertThat(jdbc.sql("select max(tries) from control.sms_code")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(5);
        assertThat(codes.redeem(parsed, code)).isFalse();
    }

    @Test
    void aCodeDiesAfterFiveMinutes() {
        var phone = newPhone();
        askForCode(phone);
        jdbc.sql("update control.sms_code set expires_at = expires_at - interval '5 minutes'")
                .update();
        assertThat(proveBySms(phone, weChat.smsCode(phone), "H5").status()).isEqualTo(422);
    }

    @Test
    void sendsNoSecondOneWithinAMinuteAndANewOneReplacesTheOld() {
        var phone = newPhone();
        askForCode(phone);
        var old = weChat.smsCode(phone);
        var refused = askForCode(phone);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isBetween(1, 60);
        assertThat(weChat.textsTo(phone)).hasSize(1);

        letPass(Duration.ofMinutes(1));
        assertThat(askForCode(phone).status()).isEqualTo(202);
        if (!old.equals(weChat.smsCode(phone))) {
            assertThat(proveBySms(phone, old, "H5").status()).isEqualTo(422);
        }
        assertThat(proveBySms(phone, weChat.smsCode(phone), "H5").status()).isEqualTo(200);
    }

    @Test
    void oneSenderBombsNobody() {
        var sender = "203.0.113.77";
        for (var sent = 1; sent <= 20; sent++) {
            assertThat(askForCode(newPhone(), sender).status()).isEqualTo(202);
        }
        assertThat(askForCode(newPhone(), sender).status()).isEqualTo(429);
        assertThat(askForCode(newPhone(), "203.0.113.78").status()).isEqualTo(202);
    }

    @Test
    void manyRequestsAtOnceAreOneMessage() throws Exception {
        var phone = newPhone();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> askForCode(phone).status();
            var answers =
                    threads.invokeAll(Stream.generate(() -> request).limit(10).toList());
            assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 202))
                    .hasSize(1);
        }
        assertThat(weChat.textsTo(phone)).hasSize(1);
    }

    @Test
    void answersAlikeForPhonesWithAndWithoutAnAccount() {
        var known = newPhone();
        signedInBySms(known);
        letPass(Duration.ofHours(2));
        var toKnown = askForCode(known);
        var toUnknown = askForCode(newPhone());
        assertThat(toKnown.status()).isEqualTo(toUnknown.status());
        assertThat(toKnown.json()).isEqualTo(toUnknown.json());
    }

    @Test
    void firstSignInsAtOnceMakeOneAccount() throws Exception {
        var phone = Phone.parse(newPhone());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ResidentAccounts.Ensured> attempt = () -> accounts.ensure(phone);
            var made = threads.invokeAll(Stream.generate(() -> attempt).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(made.stream().map(ResidentAccounts.Ensured::subject).distinct())
                    .hasSize(1);
            assertThat(made.stream().filter(ResidentAccounts.Ensured::created)).hasSize(1);
        }
    }

    @Test
    void saysSoWhenTheMessageCannotBeSent() {
        weChat.goAway();
        assertThat(type(askForCode(newPhone()))).isEqualTo("/problems/sms-unavailable");
    }

    @Test
    void refusesWhatIsNoPhoneOrCode() {
        for (var phone : List.of("", "123", "12800000000", "138000012345", "+8613800001234")) {
            assertThat(askForCode(phone).status()).as(phone).isEqualTo(400);
        }
        for (var code : List.of("", "12345", "1234567", "abcdef", "１２３４５６")) {
            assertThat(proveBySms(newPhone(), code, "H5").status()).as(code).isEqualTo(400);
        }
    }

    @Test
    void theDatabaseKeepsNoPhoneAndNoCodeAndForgetsTheRest() {
        var phone = newPhone();
        signedInBySms(phone);
        letPass(Duration.ofHours(2));
        askForCode(phone);
        var code = weChat.smsCode(phone);
        for (var table : List.of("resident_account", "sms_code", "sms_request")) {
            var rows = jdbc.sql("select coalesce(string_agg(kept::text, ' '), '') from control." + table + " kept")
                    .query(String.class)
                    .single();
            assertThat(rows).as(table).isNotEmpty().doesNotContain(phone).doesNotContain("," + code + ",");
        }
        letPass(Duration.ofDays(1));
        jdbc.sql("update control.sms_code set expires_at = expires_at - interval '5 minutes'")
                .update();
        codes.forget();
        assertThat(jdbc.sql("select count(*) from control.sms_code")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from control.sms_request")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
