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
        assertThat(SmsLimits.wait(List.of(), List.of(), NOON)).isEmpty();
    }

    @Test
    void aPhoneGetsOneAMinute() {
        assertThat(ofPhone(Duration.ofSeconds(59))).contains(Duration.ofSeconds(1));
        assertThat(ofPhone(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void aPhoneGetsFiveAnHour() {
        var five = minutesAgo(2, 10, 20, 30, 59);
        assertThat(SmsLimits.wait(five, List.of(), NOON)).contains(Duration.ofMinutes(1));
        assertThat(SmsLimits.wait(minutesAgo(2, 10, 20, 30, 60), List.of(), NOON))
                .isEmpty();
    }

    @Test
    void aPhoneGetsTenADay() {
        var ten = IntStream.rangeClosed(1, 10)
                .mapToObj(two -> NOON.minus(Duration.ofHours(2L * two)))
                .toList();
        assertThat(SmsLimits.wait(ten, List.of(), NOON)).contains(Duration.ofHours(4));
        assertThat(SmsLimits.wait(ten.subList(0, 9), List.of(), NOON)).isEmpty();
        assertThat(SmsLimits.wait(ten, List.of(), NOON.plus(Duration.ofHours(4))))
                .isEmpty();
    }

    @Test
    void aSenderGetsTwentyAnHourForHoweverManyPhones() {
        var nineteen = IntStream.rangeClosed(1, 19)
                .mapToObj(minute -> NOON.minus(Duration.ofMinutes(minute)))
                .toList();
        assertThat(SmsLimits.wait(List.of(), nineteen, NOON)).isEmpty();
        var twenty = IntStream.rangeClosed(1, 20)
                .mapToObj(minute -> NOON.minus(Duration.ofMinutes(minute)))
                .toList();
        assertThat(SmsLimits.wait(List.of(), twenty, NOON)).contains(Duration.ofMinutes(40));
    }

    @Test
    void theLongestWaitCounts() {
        var wait = SmsLimits.wait(minutesAgo(0, 10, 20, 30, 40), List.of(), NOON);
        assertThat(wait).contains(Duration.ofMinutes(20));
    }

    private static Optional<Duration> ofPhone(Duration ago) {
        return SmsLimits.wait(List.of(NOON.minus(ago)), List.of(), NOON);
    }

    private static List<Instant> minutesAgo(int... minutes) {
        return IntStream.of(minutes)
                .mapToObj(minute -> NOON.minus(Duration.ofMinutes(minute)))
                .toList();
    }
}
