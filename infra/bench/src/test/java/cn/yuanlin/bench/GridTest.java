package cn.yuanlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void showsMedianAndP95ByWidthAndRatios() {
        var grid = new Grid();
        grid.add("work", 4, Duration.ofMillis(300));
        grid.add("work", 1, Duration.ofMillis(120));
        grid.add("floor", 1, Duration.ofMillis(100));
        grid.add("floor", 4, Duration.ofMillis(200));
        assertThat(grid.table()).isEqualTo("""
                | median / p95, ms | 1 at once | 4 at once |
                | --- | --- | --- |
                | work | 120 / 120 | 300 / 300 |
                | floor | 100 / 100 | 200 / 200 |""");
        assertThat(grid.ratios("work", "floor")).isEqualTo("1 at once 1.20 (p95 1.20), 4 at once 1.50 (p95 1.50)");
    }
}
