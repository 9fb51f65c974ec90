package cn.yuanlin.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class BusiestEstatesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BusiestEstates estates = new BusiestEstates(meters);

    private void requests(String estate, int number) {
        for (int i = 0; i < number; i++) {
            estates.count(estate);
        }
    }

    private int listed() {
        return meters.find("yuanlin.gateway.estate.requests.rate").gauges().size();
    }

    @Test
    void listsTheBusiestAndNeverMoreThanItsLength() {
        for (int i = 1; i <= 100; i++) {
            requests("estate-" + i, i);
        }
        estates.drawUp();
        assertThat(listed()).isEqualTo(BusiestEstates.LENGTH);
        assertThat(meters.get("yuanlin.gateway.estate.requests.rate")
                        .tag("estate", "estate-100")
                        .gauge()
                        .value())
                .isEqualTo(100 / 15.0);
        assertThat(meters.find("yuanlin.gateway.estate.requests.rate")
                        .tag("estate", "estate-80")
                        .gauge())
                .isNull();
    }

    @Test
    void forgetsThoseWhoWentQuiet() {
        requests("morning", 30);
        estates.drawUp();
        requests("evening", 30);
        estates.drawUp();
        assertThat(listed()).isEqualTo(1);
        estates.drawUp();
        assertThat(listed()).isZero();
    }
}
