package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmsLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void theFirstOneWaitsForNothing() {
        assertThat(ofPhone()).isEmpty();
    }

    @Test
    void aPhoneGetsOneAMinute() {
        assertThat(ofPhone(NOON.minusSeconds(59))).contains(Duration.ofSeconds(1));
        assertThat(ofPhone(NOON.minusSeconds(60))).isEmpty();
    }

    @Test
    void oneSenderGetsFiveAnHourForAPhone() {
        assertThat(ofPair(minutesAgo(2, 10, 20, 30, 59))).contains(Duration.ofMinutes(1));
        assertThat(ofPair(minutesAgo(2, 10, 20, 30, 60))).isEmpty();
    }

    @Test
    void oneSenderGetsTenADayForAPhone() {
        var ten = everyMinutes(10, 120);
        assertThat(ofPair(ten)).contains(Duration.ofHours(4));
        assertThat(ofPair(ten.subList(0, 9))).isEmpty();
    }

    /** Whom a stranger asks ten codes for gets one all the same, where they are. */
    @Test
    void whatOthersAskedForAPhoneLeavesItsOwnerRoom() {
        var tenOfAStranger = everyMinutes(10, 20);
        assertThat(SmsLimits.wait(tenOfAStranger, List.of(), List.of(), 200, NOON))
                .isEmpty();
    }

    @Test
    void aPhoneGetsTenAnHourAndFortyADayFromHoweverManySenders() {
        assertThat(SmsLimits.wait(everyMinutes(10, 5), List.of(), List.of(), 200, NOON))
                .contains(Duration.ofMinutes(10));
        assertThat(SmsLimits.wait(everyMinutes(40, 30), List.of(), List.of(), 200, NOON))
                .contains(Duration.ofHours(4));
        assertThat(SmsLimits.wait(everyMinutes(39, 30), List.of(), List.of(), 200, NOON))
                .isEmpty();
    }

    @Test
    void aSenderGetsSoManyAnHourForHoweverManyPhones() {
        assertThat(SmsLimits.wait(List.of(), List.of(), everyMinutes(19, 1), 20, NOON))
                .isEmpty();
        assertThat(SmsLimits.wait(List.of(), List.of(), everyMinutes(20, 1), 20, NOON))
                .contains(Duration.ofMinutes(40));
    }

    @Test
    void theLongestWaitCounts() {
        var all = minutesAgo(0, 10, 20, 30, 40);
        assertThat(SmsLimits.wait(all, all, List.of(), 200, NOON)).contains(Duration.ofMinutes(20));
    }

    @Test
    void oneSenderGuessesFiveTimesInFiveMinutesAndFifteenADay() {
        var five = List.of(1, 2, 3, 4, 299).stream().map(NOON::minusSeconds).toList();
        assertThat(SmsLimits.waitForTry(five, five, NOON)).isPresent();
        assertThat(SmsLimits.waitForTry(five, five, NOON.plusSeconds(1))).isEmpty();
        assertThat(SmsLimits.waitForTry(five, List.of(), NOON)).isEmpty();
        var fifteen = everyMinutes(15, 60);
        assertThat(SmsLimits.waitForTry(fifteen, fifteen, NOON)).isPresent();
        assertThat(SmsLimits.waitForTry(fifteen, fifteen.subList(0, 14), NOON)).isEmpty();
    }

    @Test
    void aPhoneIsGuessedAtSixtyTimesADayByHoweverMany() {
        assertThat(SmsLimits.waitForTry(everyMinutes(59, 20), List.of(), NOON)).isEmpty();
        assertThat(SmsLimits.waitForTry(everyMinutes(60, 20), List.of(), NOON)).isPresent();
    }

    private static Optional<Duration> ofPhone(Instant... requests) {
        return SmsLimits.wait(List.of(requests), List.of(), List.of(), 200, NOON);
    }

    private static Optional<Duration> ofPair(List<Instant> requests) {
        return SmsLimits.wait(requests, requests, List.of(), 200, NOON);
    }

    private static List<Instant> everyMinutes(int count, long minutes) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> NOON.minus(Duration.ofMinutes(number * minutes)))
                .toList();
    }

    private static List<Instant> minutesAgo(int... minutes) {
        return IntStream.of(minutes)
                .mapToObj(minute -> NOON.minus(Duration.ofMinutes(minute)))
                .toList();
    }
}
