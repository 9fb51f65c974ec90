package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.proof.Caller.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody without the phone tries ten thousand codes at the public door, from several addresses at once. */
class SmsGuessingTest {
    private static final int GUESSES = 10_000;
    private static final int ADDRESSES = 10;
    private static final int AT_ONCE = 40;
    private static final int CODES = 1_000_000;

    private final RunningPlatform platform = RunningPlatform.get();
    private final Phones phones = new Phones(platform.parts());
    private final String phone = Phones.newNumber();

    @Test
    void findsNothingAndThePersonStillGetsIn() throws InterruptedException {
        var victim = platform.gateway().from("127.0.2.1");
        var browser = new Browser(victim);
        browser.askForCode(phone).expecting(202);
        var code = phones.smsCode(phone);

        var answers = guesses(Integer.parseInt(code));
        assertThat(answers).hasSize(GUESSES).extracting(Answer::status).containsOnly(422, 429);
        assertThat(answers.stream().filter(answer -> answer.status() == 422))
                .as("guesses that no limit of an address kept away")
                .hasSizeGreaterThan(100)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("sms-code-wrong"));

        // The fifth guess was the code's end: now it is of no use to anybody.
        assertThat(browser.signIn(phone, code).expecting(422).problem()).isEqualTo("sms-code-wrong");
        assertThat(platform.accounts(phone)).isEmpty();
        var refused = browser.askForCode(phone).expecting(429);
        assertThat(refused.problem()).isEqualTo("too-many-sms-codes");
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isBetween(1, 60);
        var person = phones.join(phone);
        new MiniProgram(victim)
                .signIn(phones.loginCode(person), phones.phoneCode(person))
                .expecting(200);
    }

    /** All different, and none of them right. */
    private List<Answer> guesses(int code) throws InterruptedException {
        var attackers = IntStream.range(0, ADDRESSES)
                .mapToObj(number -> new Browser(platform.gateway().from("127.0.2." + (100 + number))))
                .toList();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return threads
                    .invokeAll(IntStream.range(0, GUESSES)
                            .<Callable<Answer>>mapToObj(number -> () -> attackers
                                    .get(number % ADDRESSES)
                                    .signIn(phone, "%06d".formatted((code + 1 + number) % CODES)))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }
}
