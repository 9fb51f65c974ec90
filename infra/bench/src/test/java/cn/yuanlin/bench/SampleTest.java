package cn.yuanlin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void takesPercentilesByNearestRank() {
        var sample = new Sample();
        IntStream.rangeClosed(1, 100).forEach(millis -> sample.add(Duration.ofMillis(millis)));
        assertThat(sample.median()).isEqualTo(50);
        assertThat(sample.millis(0.95)).isEqualTo(95);
        assertThat(sample.millis(1)).isEqualTo(100);
    }

    @Test
    void saysNothingOfNothing() {
        assertThatThrownBy(() -> new Sample().median()).isInstanceOf(IllegalStateException.class);
    }
}
