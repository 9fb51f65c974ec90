package cn.yuanlin.admin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.FakeExport;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An export that no scheduler knows of, tried by hand. */
class ArchiveRetryTest extends CellTest {
    @Autowired
    private ArchiveWorker worker;

    private UUID estate;

    @BeforeEach
    void anEstateToBeExported() {
        estate = activeEstate();
        staff.post("/api/platform/estates/" + estate + "/suspension", Map.of("reason", "物业交接"));
        owner.sql("""
                        insert into control.archive (estate_id, reason, requested_at, requested_by_subject, requested_by_name)
                        values (?, '拆迁', now(), 'of-tests', '测试人员')
                        """).param(estate).update();
    }

    @ParameterizedTest
    @EnumSource(value = FakeExport.class, names = "WHOLE", mode = EnumSource.Mode.EXCLUDE)
    void anExportThatIsNeverWholeIsTriedLessAndLessOftenAndNotToldAsACellThatIsAway(FakeExport broken) {
        cell.exportAs(broken);

        var pauses = Stream.generate(() -> worker.export(estate).orElseThrow())
                .limit(12)
                .toList();

        assertThat(pauses.subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(1));
        assertThat(archive("attempts")).isEqualTo("12");
        assertThat(archive("detail")).contains("没有完整生成", "运维").doesNotContain("连不上");
    }

    @Test
    void aCellThatIsAwayIsCalledThat() {
        cell.goAway();

        assertThat(worker.export(estate)).contains(Duration.ofSeconds(5));

        assertThat(archive("detail")).contains("连不上");
    }

    @Test
    void whatWasTakenBackIsNotTriedAgain() {
        cell.exportAs(FakeExport.HALF);
        worker.export(estate);

        assertThat(staff.post("/api/platform/estates/" + estate + "/reactivation")
                        .status())
                .isEqualTo(200);

        assertThat(worker.export(estate)).isEmpty();
    }

    private String archive(String column) {
        return owner.sql("select " + column + "::text from control.archive where estate_id = ?")
                .param(estate)
                .query(String.class)
                .single();
    }
}
