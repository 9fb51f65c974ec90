package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The process that tells a whole estate something dies in the middle of it: the next one goes on there, and everybody has
 * the message once. A trigger that waits for a lock of the test's holds the fan-out between two slices.
 */
class FanOutCrashTest {
    private static final int RESIDENTS = 5_000;
    private static final int REACHED = 2_000;
    private static final long GATE = 20_260_202;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SENDER = "platform-api-c1";

    private final RunningPlatform platform = RunningPlatform.get();
    private final RunningPlatform.Spare spare = platform.spare();
    private final String schema = spare.schema();
    private boolean killed;

    @AfterEach
    void theSenderLives() throws SQLException {
        execute("drop trigger if exists gate on %s.broadcast; drop function if exists public.wait_at_gate()"
                .formatted(schema));
        if (killed) restart();
    }

    @Test
    void everybodyHearsOnceOfWhatWasToldByTwoProcesses() throws SQLException {
        var reader = Resident.comesIn(platform, Phones.newNumber());
        settle(reader.subject());
        execute("""
                create function public.wait_at_gate() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock(%d);
                    return new;
                end $$;
                create trigger gate before update on %s.broadcast for each row
                    when (new.reached_subject >= 'neighbour-%05d') execute function public.wait_at_gate();
                """.formatted(GATE, schema, REACHED));
        UUID broadcast;
        try (var gate = connect()) {
            execute(gate, "select pg_advisory_lock(" + GATE + ")");
            broadcast = tell();
            awaitSomebodyAtTheGate();
            assertThat(count("message where broadcast_id = '" + broadcast + "'"))
                    .isBetween(1L, (long) RESIDENTS - 1);
            platform.parts().kill(SENDER);
            killed = true;
        }
        execute("drop trigger gate on %s.broadcast".formatted(schema));
        restart();
        Awaitility.await("the fan-out to be finished by the next process")
                .atMost(PATIENCE)
                .until(() -> count("broadcast where id = '" + broadcast + "' and fanned_out_at is not null") == 1);

        var told = "message where broadcast_id = '" + broadcast + "' and subject ";
        assertThat(count(told + "like 'neighbour-%'")).isEqualTo(RESIDENTS);
        assertThat(count("(select from " + schema + ".message where broadcast_id = '" + broadcast
                        + "' group by subject having count(*) > 1) twice"))
                .isZero();
        var inbox = reader.get(spare.path() + "/me/messages").expecting(200).json();
        assertThat(inbox.path("items").findValuesAsString("title")).containsOnlyOnce("电梯年检");
    }

    private void restart() {
        platform.parts().start(SENDER);
        killed = false;
    }

    /** Residents by the thousand, and one more who can look into their inbox. */
    private void settle(String reader) throws SQLException {
        execute("""
                insert into %1$s.member (subject, name, state)
                select 'neighbour-' || to_char(n, 'FM00000'), '住户', 'ACTIVE' from generate_series(1, %2$d) n
                union all select '%3$s', '住户', 'ACTIVE';
                insert into %1$s.member_role (subject, role)
                select subject, 'RESIDENT' from %1$s.member where name = '住户';
                """.formatted(schema, RESIDENTS, reader));
    }

    /** What a feature leaves behind that tells something: the text, and the order to spread it. No channel but the inbox. */
    private UUID tell() throws SQLException {
        var broadcast = UUID.randomUUID();
        execute("""
                insert into %s.broadcast (id, cause, audience, audience_hash, template, title, body, fields, channels, told_at)
                values ('%2$s', 'proof.told:%2$s', '{HOLDERS,RESIDENT}', sha256('%2$s'), 'proof.told', '电梯年检',
                        '周六上午电梯停用。', '{}', '{}', now());
                insert into cell.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('message.broadcast', '%3$s/%2$s', now(), false, 1);
                """.formatted(schema, broadcast, spare.id()));
        return broadcast;
    }

    private void awaitSomebodyAtTheGate() {
        Awaitility.await("the fan-out to stand at the gate")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and database = (select oid from pg_database where datname = 'cell_c1')"
                                + " and classid = 0 and objid = " + GATE + " and objsubid = 1")
                        > 0);
    }

    private long count(String rows) throws SQLException {
        return number("select count(*) from " + (rows.startsWith("(") ? rows : schema + "." + rows));
    }

    private long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return platform.parts().postgres().connect("cell_c1");
    }
}
