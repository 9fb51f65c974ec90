package cn.yuanlin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String PAGE =
            "before\n<!-- figures of a -->\nold\n<!-- end -->\n<!-- figures of b -->\n<!-- end -->\n";

    @Test
    void replacesWhatWasMeasuredBefore() {
        assertThat(Page.put(PAGE, "a", "new $1\n"))
                .isEqualTo(
                        "before\n<!-- figures of a -->\nnew $1\n<!-- end -->\n<!-- figures of b -->\n<!-- end -->\n");
    }

    @Test
    void refusesFiguresThatHaveNoPlace() {
        assertThatThrownBy(() -> Page.put(PAGE, "c", "new")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsAPlaceForEveryBenchmark() throws IOException {
        var page = Files.readString(Path.of("../../docs/benchmarks.md"));
        assertThat(Bench.ALL)
                .allSatisfy(name -> assertThat(Page.put(page, name, "x")).contains("\nx\n"));
    }
}
