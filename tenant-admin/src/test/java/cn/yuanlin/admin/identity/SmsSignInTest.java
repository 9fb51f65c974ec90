package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
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

    @Autowired
    private KeyedHash hash;

    @Autowired
    private MeterRegistry meters;

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
    void whoSaidFiveWrongCodesIsNotHeardWithTheRightOne() {
        var phone = newPhone();
        askForCode(phone);
        var code = weChat.smsCode(phone);
        for (var attempt = 1; attempt <= 5; attempt++) {
            assertThat(proveBySms(phone, wrongFor(phone), "H5").status()).isEqualTo(422);
        }
        var refused = proveBySms(phone, code, "H5");
        assertThat(type(refused)).isEqualTo("/problems/too-many-code-tries");
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isBetween(1, 300);
        assertThat(refused.json().path("detail").asString()).contains("请在5分钟后再试");
    }

    /** Guessing from afar, or asking for codes each minute, takes nothing from the owner. */
    @Test
    void aStrangerNeitherUsesUpTheOwnersTriesNorKillsTheirCode() {
        var phone = newPhone();
        askForCode(phone, "198.51.100.7");
        var code = weChat.smsCode(phone);
        for (var attempt = 1; attempt <= 6; attempt++) {
            assertThat(proveBySms(phone, wrongFor(phone), "H5", "203.0.113.5").status())
                    .isEqualTo(attempt <= 5 ? 422 : 429);
        }
        for (var minute = 1; minute <= 3; minute++) {
            letPass(Duration.ofMinutes(1));
            assertThat(askForCode(phone, "203.0.113.5").status()).isEqualTo(202);
        }
        assertThat(proveBySms(phone, code, "H5", "198.51.100.7").status()).isEqualTo(200);
    }

    @Test
    void tenRequestsOfAStrangerLockNobodyOut() {
        var phone = newPhone();
        for (var sent = 1; sent <= 10; sent++) {
            letPass(Duration.ofMinutes(15));
            assertThat(askForCode(phone, "203.0.113.9").status()).isEqualTo(202);
        }
        letPass(Duration.ofMinutes(1));
        assertThat(askForCode(phone, "203.0.113.9").status()).isEqualTo(429);
        assertThat(askForCode(phone, "198.51.100.9").status()).isEqualTo(202);
    }

    @Test
    void guessesOverAllCodesAndSendersOfADayAreBounded() {
        var phone = newPhone();
        askForCode(phone);
        jdbc.sql("""
                        insert into control.sms_try (id, phone_hash, sender_hash, at)
                        select uuidv7(), phone_hash, sha256(n::text::bytea), now() - interval '20 hours'
                        from control.sms_code, generate_series(1, 60) n where phone_hash = :phone
                        """).param("phone", hash.of(Phone.parse(phone))).update();
        // Its owner too, who hears when it is over.
        var refused = proveBySms(phone, weChat.smsCode(phone), "H5", "198.51.100.10");
        assertThat(type(refused)).isEqualTo("/problems/too-many-code-tries");
        assertThat(refused.json().path("retryAfterSeconds").asInt())
                .isBetween((int) Duration.ofHours(3).toSeconds(), (int)
                        Duration.ofHours(4).toSeconds());
    }

    @Test
    void aStormOfGuessesHasFiveTriesToo() throws Exception {
        var phone = newPhone();
        askForCode(phone);
        var code = weChat.smsCode(phone);
        var parsed = Phone.parse(phone);
        var sender = Sender.of("203.0.113.11");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var guesses = IntStream.range(0, 10_000)
                    .mapToObj("%06d"::formatted)
                    .filter(guess -> !guess.equals(code))
                    .<Callable<RedeemOutcome>>map(guess -> () -> codes.redeem(parsed, guess, sender))
                    .toList();
            assertThat(threads.invokeAll(guesses)).noneMatch(said -> said.resultNow() instanceof RedeemOutcome.Right);
        }
        assertThat(jdbc.sql("select count(*) from control.sms_try where sender_hash = :sender")
                        .param("sender", hash.of(sender))
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(codes.redeem(parsed, code, sender)).isInstanceOf(RedeemOutcome.TooManyTries.class);
    }

    /** Else whoever has a thousand addresses spends our money. */
    @Test
    void whenTheHoursMessagesAreSpentNobodyGetsACodeAndItIsCounted() {
        jdbc.sql("""
                        insert into control.sms_request (id, phone_hash, sender_hash, at)
                        select uuidv7(), sha256(n::text::bytea), sha256(n::text::bytea), now()
                        from generate_series(1, 2000) n
                        """).update();
        var before = refused();
        var phone = newPhone();
        assertThat(type(askForCode(phone))).isEqualTo("/problems/sms-unavailable");
        assertThat(weChat.textsTo(phone)).isEmpty();
        assertThat(refused()).isEqualTo(before + 1);
        letPass(Duration.ofHours(2));
        assertThat(askForCode(phone).status()).isEqualTo(202);
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
    void sendsNoSecondOneWithinAMinuteAndEitherCodeIsGoodOnce() {
        var phone = newPhone();
        askForCode(phone);
        var old = weChat.smsCode(phone);
        var refused = askForCode(phone);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isBetween(1, 60);
        assertThat(weChat.textsTo(phone)).hasSize(1);

        letPass(Duration.ofMinutes(1));
        assertThat(askForCode(phone).status()).isEqualTo(202);
        var second = weChat.smsCode(phone);
        assertThat(proveBySms(phone, old, "H5").status()).isEqualTo(200);
        assertThat(proveBySms(phone, second, "H5").status()).isEqualTo(422);
    }

    @Test
    void oneSenderBombsNobody() {
        var sender = "203.0.113.77";
        for (var sent = 1; sent <= 200; sent++) {
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
        proveBySms(phone, wrongFor(phone), "H5");
        for (var table : List.of("resident_account", "sms_code", "sms_request", "sms_try")) {
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
        for (var table : List.of("sms_request", "sms_try")) {
            assertThat(jdbc.sql("select count(*) from control." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private double refused() {
        return meters.counter("yuanlin.sms.codes", "result", "budget-spent").count();
    }

    private String wrongFor(String phone) {
        return weChat.smsCode(phone).equals("000000") ? "000001" : "000000";
    }
}
