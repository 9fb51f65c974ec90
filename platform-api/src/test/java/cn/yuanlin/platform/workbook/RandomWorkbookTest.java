package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomWorkbookTest extends WorkbookPlatformTest {
    /** The same workbooks every time, so that a red build can be repeated; another number tries others. */
    private static final long SEED = Long.getLong("yuanlin.seed", 20_261_122);

    @Test
    void importsExactlyWhatTheWorkbookSays() {
        for (int i = 0; i < 4; i++) {
            long seed = SEED + i;
            var expected = new RandomEstate(new Random(seed));
            var estate = emptyEstate();
            var workbook = UUID.randomUUID();
            var report = stage(estate, workbook, expected.workbook.bytes()).json();
            assertThat(report.path("errors").toString()).as("seed %d", seed).isEqualTo("[]");
            var counts = importInto(estate, workbook).json().path("counts");
            assertThat(counts.path("owners").asInt()).as("seed %d", seed).isEqualTo(expected.persons);
            equal(estate, seed, "select count(*) from $e.building", expected.buildings);
            equal(estate, seed, "select count(*) from $e.unit", expected.units);
            equal(estate, seed, "select coalesce(sum(area_dm2), 0) from $e.unit", expected.area);
            equal(estate, seed, "select count(*) from $e.holding", expected.holdings);
            equal(estate, seed, "select count(*) from $e.person", expected.persons);
            equal(estate, seed, "select count(*) from $e.product", expected.products);
            equal(estate, seed, "select coalesce(sum(stock), 0) from $e.product", expected.stock);
            equal(estate, seed, "select coalesce(sum(price_fen), 0) from $e.product", expected.prices);
            equal(estate, seed, "select count(*) from $e.notice", expected.notices);
            await().untilAsserted(() -> equal(
                    estate,
                    seed,
                    "select coalesce(sum(amount_fen), 0) from $e.posting where amount_fen > 0",
                    expected.openings));
        }
    }

    @Test
    void namesExactlyTheOneCellThatIsWrong() {
        for (int i = 0; i < 40; i++) {
            long seed = SEED + i;
            var mutation = new RandomEstate(new Random(seed)).mutate();
            var checked = WorkbookCheck.check(
                    mutation.workbook().bytes(), new Expected("shifan", "示范小区", LocalDate.of(2026, 11, 22)));
            assertThat(checked.findings().errors())
                    .as("seed %d", seed)
                    .extracting(finding -> finding.sheet() + "!" + finding.at())
                    .containsExactly(mutation.cell());
        }
    }

    private static void equal(UUID estate, long seed, String sql, long expected) {
        assertThat(number(estate, sql)).as("seed %d, %s", seed, sql).isEqualTo(expected);
    }
}
