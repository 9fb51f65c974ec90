package cn.yuanlin.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    /** All in China's time, to the second. */
    @ParameterizedTest
    @CsvSource({
        // over midnight
        "22:00, 08:00, 21T21:59:59, 21T21:59:59",
        "22:00, 08:00, 21T22:00:00, 22T08:00:00",
        "22:00, 08:00, 21T23:59:59, 22T08:00:00",
        "22:00, 08:00, 22T00:00:00, 22T08:00:00",
        "22:00, 08:00, 22T07:59:59, 22T08:00:00",
        "22:00, 08:00, 22T08:00:00, 22T08:00:00",
        // within a day
        "12:00, 14:30, 22T11:59:59, 22T11:59:59",
        "12:00, 14:30, 22T12:00:00, 22T14:30:00",
        "12:00, 14:30, 22T14:29:59, 22T14:30:00",
        "12:00, 14:30, 22T14:30:00, 22T14:30:00",
        // up to midnight
        "20:00, 00:00, 22T23:00:00, 23T00:00:00",
        "20:00, 00:00, 23T00:00:00, 23T00:00:00",
        // never
        "09:00, 09:00, 22T09:00:00, 22T09:00:00",
        "00:00, 00:00, 22T00:00:00, 22T00:00:00"
    })
    void endAtTheirInstantAndNoEarlier(LocalTime from, LocalTime to, String now, String next) {
        assertThat(new QuietHours(from, to).next(inChina(now))).isEqualTo(inChina(next));
    }

    private static Instant inChina(String dayAndTime) {
        return OffsetDateTime.parse("2026-11-" + dayAndTime + "+08:00").toInstant();
    }
}
