package cn.yuanlin.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    void whatWasDoneLongAgoIsForgottenSomeAtALook() throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into cell.outbox (estate, type, payload, done_at)
                    select '%s', 'test.long-done', '{}', now() - interval '8 days' from generate_series(1, 2500);
                    insert into cell.outbox (estate, type, payload, done_at)
                    values ('%1$s', 'test.long-done', '{}', now() - interval '6 days')
                    """.formatted(disai().schema()));
            for (var left : List.of(1501, 501)) {
                assertThat(drain.cleanSome()).isTrue();
                assertThat(longDone(statement)).isEqualTo(left);
            }
            assertThat(drain.cleanSome()).isFalse();
            assertThat(longDone(statement)).isEqualTo(1);
        }
    }

    private static int longDone(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select count(*) from cell.outbox where type = 'test.long-done'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
