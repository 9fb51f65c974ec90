package cn.yuanlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    @Test
    void addsUserAndSystemTimeOfAProcessAndItsEndedChildren() {
        var stat = "42 (a name (1) x) S 1 42 42 0 -1 4194304 9 9 9 9 150 50 200 100 20 0 1 0 12345 0 0";
        assertThat(CpuTime.parse(stat)).isEqualTo(5.0);
    }

    @Test
    void tellsPartsApartAndNamesTheLargestFirst() {
        var before = new CpuTime(Map.of("postgres", 1.0, "gateway", 1.0));
        var after = new CpuTime(Map.of("postgres", 2.0, "gateway", 4.0, "tenant-admin", 0.001));
        assertThat(after.minus(before).each(2)).isEqualTo("2.00 (gateway 1.50, postgres 0.50)");
    }

    @Test
    void readsThisProcess() {
        assertThat(CpuTime.ofTree(ProcessHandle.current().pid())).isPositive();
    }
}
