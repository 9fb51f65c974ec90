package cn.yuanlin.gateway.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget(0.2);

    private long retriesOf(int wanted) {
        return IntStream.range(0, wanted).filter(number -> budget.withdraw()).count();
    }

    @Test
    void startsWithAFewAndEarnsOneInFiveRequests() {
        assertThat(retriesOf(100)).isEqualTo(10);
        for (int i = 0; i < 50; i++) {
            budget.deposit();
        }
        assertThat(retriesOf(100)).isEqualTo(10);
    }

    @Test
    void savesNoMoreThanTwenty() {
        for (int i = 0; i < 10_000; i++) {
            budget.deposit();
        }
        assertThat(retriesOf(100)).isEqualTo(20);
    }
}
