package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the outbox costs while nothing happens, and how it stays small. */
class OutboxUpkeepTest extends OutboxStories {
    @Autowired
    private OutboxDrain drain;

    @Test
    void lookingForWorkReadsOnlyWhatWaits() throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var plan = statement.executeQuery(
                    "explain select estate from cell.outbox where done_at is null and parked_at is null order by estate limit 1")) {
                plan.next();
                plan.next();
                assertThat(plan.getString(1)).contains("outbox_waiting");
            }
        }
    }

    @Test
    void oneCleaningForgetsAllThatWasDoneLongAgo() throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into cell.outbox (estate, type, payload, done_at)
                    select '%s', 'test.long-done', '{}', now() - interval '8 days' from generate_series(1, 2500);
                    insert into cell.outbox (estate, type, payload, done_at)
                    values ('%1$s', 'test.long-done', '{}', now() - interval '6 days')
                    """.formatted(disai().schema()));
            drain.clean();
            try (var row = statement.executeQuery("select count(*) from cell.outbox where type = 'test.long-done'")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }
}
