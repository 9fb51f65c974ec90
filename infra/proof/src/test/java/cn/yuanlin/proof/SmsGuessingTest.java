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
    private static final int ADDRESSES = 4;
    private static final int AT_ONCE = 40;
    private static final int CODES = 1_000_000;
    private static final int TRIES = 5;

    private final RunningPlatform platform = RunningPlatform.get();
    private final Phones phones = new Phones(platform.parts());
    private final String phone = Phones.newNumber();

    @Test
    void findsNothingAndThePersonStillGetsIn() throws InterruptedException {
        var victim = platform.gateway().from("127.0.2.1");
        var browser = new Browser(victim);
        browser.askForCode(phone).expecting(202);
        var code = phones.smsCode(phone);

        var answers = guesses(code);
        assertThat(answers).hasSize(GUESSES).extracting(Answer::status).containsOnly(422, 429);
        assertThat(answers.stream().map(Answer::problem))
                .as("guesses by what they met: the code, the tries, the gateway's limit of an address")
                .contains("too-many-code-tries", "too-many-requests")
                .filteredOn("sms-code-wrong"::equals)
                .hasSize(ADDRESSES * TRIES);
        var last = new Browser(platform.gateway().from("127.0.2.99"));
        for (var number = 0; number < TRIES; number++)
            last.signIn(phone, wrong(code, GUESSES + number)).expecting(422);
        // Who has tried enough is not let in by the right one either, and hears when to come again.
        var refused = last.signIn(phone, code).expecting(429);
        assertThat(refused.problem()).isEqualTo("too-many-code-tries");
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isBetween(1, 300);
        assertThat(platform.accounts(phone)).isEmpty();
        // Tries are a sender's own: the strangers used up theirs, and the person's code still opens.
        browser.signIn(phone, code).expecting(200);
        assertThat(platform.accounts(phone)).hasSize(1);
    }

    /** All different, and none of them right. */
    private List<Answer> guesses(String code) throws InterruptedException {
        var attackers = IntStream.range(0, ADDRESSES)
                .mapToObj(number -> new Browser(platform.gateway().from("127.0.2." + (100 + number))))
                .toList();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return threads
                    .invokeAll(IntStream.range(0, GUESSES)
                            .<Callable<Answer>>mapToObj(number ->
                                    () -> attackers.get(number % ADDRESSES).signIn(phone, wrong(code, number)))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private static String wrong(String code, int number) {
        return "%06d".formatted((Integer.parseInt(code) + 1 + number) % CODES);
    }
}
