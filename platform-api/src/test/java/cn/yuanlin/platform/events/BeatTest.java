package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeatTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void isDueFromTheInstantOnAndThenNotUntilTheNext() {
        var beat = new Beat(Duration.ofSeconds(15), NOON);
        assertThat(beat.isDue(NOON.minusMillis(1))).isFalse();
        assertThat(beat.isDue(NOON)).isTrue();
        assertThat(beat.isDue(NOON)).isFalse();
        assertThat(beat.isDue(NOON.plusMillis(14_999))).isFalse();
        assertThat(beat.until(NOON.plusMillis(14_999))).isEqualTo(Duration.ofMillis(1));
        assertThat(beat.isDue(NOON.plusSeconds(15))).isTrue();
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        var beat = new Beat(Duration.ofSeconds(1), NOON);
        assertThat(beat.until(NOON.plusSeconds(60))).isEqualTo(Duration.ZERO);
        assertThat(beat.isDue(NOON.plusSeconds(60))).isTrue();
        assertThat(beat.isDue(NOON.plusMillis(60_999))).isFalse();
    }
}
