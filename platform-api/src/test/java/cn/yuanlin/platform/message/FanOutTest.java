package cn.yuanlin.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A message to an estate of 5,000. */
class FanOutTest extends PlatformTest {
    private static final UUID LARGE = UUID.fromString("01990000-0000-7000-8000-0000000f5000");
    private static final int OWNERS = 5_000;
    private static final int LOCK = 50_001_700;
    private static final Template NOTICE = Template.inbox("test.notice", "停水通知", "{when}停水。");

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    private final String cause = UUID.randomUUID().toString();

    @BeforeEach
    void aLargeEstate() throws SQLException {
        if (registry.byId(LARGE).isPresent()) return;
        activate(register(LARGE, "fan-out", "大苑"));
        inEstate(large(), () -> {
            jdbc.sql("""
                            insert into member (subject, name, state)
                            select 'fan-' || lpad(n::text, 5, '0'), '业主', 'ACTIVE' from generate_series(1, ?) n
                            """).param(OWNERS).update();
            jdbc.sql("insert into member_role (subject, role) select subject, 'OWNER' from member")
                    .update();
            jdbc.sql("insert into member_role (subject, role) select subject, 'RESIDENT' from member")
                    .update();
            jdbc.sql(
                            "insert into member (subject, name, state) values ('fan-gone', '前业主', 'REMOVED'), ('fan-guest', '邻居', 'ACTIVE')")
                    .update();
            jdbc.sql("insert into member_role (subject, role) values ('fan-guest', 'GUEST')")
                    .update();
            jdbc.sql("""
                            insert into membership (subject, name, relation, state, rights, awaits_decision, asked_at)
                            select subject, '邻居', 'GUEST', 'VERIFIED', 'GUEST', false, now()
                            from unnest(array['fan-guest', 'fan-came', 'fan-first']) subject
                            """).update();
        });
    }

    @Test
    void reachesEverybodyWithOneOfTheRolesOnceAndNobodyElse() {
        tell(Audience.everybodyWith(Role.OWNER, Role.RESIDENT));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(isDone()).isTrue());
        assertThat(count("count(*)")).isEqualTo(OWNERS);
        assertThat(count("count(distinct subject)")).isEqualTo(OWNERS);
        assertThat(count("count(*) filter (where subject in ('fan-gone', 'fan-guest'))"))
                .isZero();
    }

    /** By a row of members or by a tie, or by both. */
    @Test
    void reachesWhoeverHasTheRoleInWhicheverWayOnce() {
        tell(Audience.everybodyWith(Role.GUEST));
        await().untilAsserted(() -> assertThat(isDone()).isTrue());
        assertThat(count("count(*)")).isEqualTo(3);
        assertThat(count("count(*) filter (where subject in ('fan-guest', 'fan-came', 'fan-first'))"))
                .isEqualTo(3);
    }

    /** The database ends the sender's session in the middle of its fourth slice, as it does when a process is killed. */
    @Test
    void eachOfFiveThousandHearsOfItOnceThoughTheSenderIsKilledMidway() throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("set search_path = " + large().schema());
            statement.execute("""
                    create function halt() returns trigger language plpgsql as $$
                    begin
                        if new.subject = 'fan-01700' then perform pg_advisory_xact_lock(%d); end if;
                        return new;
                    end $$;
                    create trigger halt before insert on message for each row execute function halt();
                    select pg_advisory_lock(%d)
                    """.formatted(LOCK, LOCK));
            tell(Audience.everybodyWith(Role.OWNER));
            var victim = new int[1];
            await().until(() -> (victim[0] = halted()) != 0);
            assertThat(count("count(*)")).isEqualTo(3 * FanOut.SLICE);
            statement.execute("select pg_terminate_backend(%d), pg_advisory_unlock(%d)".formatted(victim[0], LOCK));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(isDone()).isTrue());
            statement.execute("drop trigger halt on message; drop function halt()");
        }
        assertThat(count("count(*)")).isEqualTo(OWNERS);
        assertThat(count("count(distinct subject)")).isEqualTo(OWNERS);
    }

    @Test
    void isToldOnlyIfWhatCausedItIsCommitted() {
        assertThatThrownBy(() -> inEstate(large(), () -> {
                    messages.tell(new Cause("test", cause), Audience.person("fan-00001"), NOTICE, Map.of("when", "今天"));
                    throw new IllegalStateException("as told");
                }))
                .hasMessage("as told");
        var after = UUID.randomUUID().toString();
        inEstate(
                large(),
                () -> messages.tell(
                        new Cause("test", after), Audience.person("fan-00001"), NOTICE, Map.of("when", "明天")));
        await().untilAsserted(() -> assertThat(count("count(*)", after)).isEqualTo(1));
        assertThat(count("count(*)")).isZero();
    }

    private Estate large() {
        return registry.byId(LARGE).orElseThrow();
    }

    private void tell(Audience audience) {
        inEstate(large(), () -> messages.tell(new Cause("test", cause), audience, NOTICE, Map.of("when", "今天")));
    }

    private boolean isDone() {
        var done = new boolean[1];
        inEstate(
                large(),
                () -> done[0] = jdbc.sql("select fanned_out_at is not null from broadcast where cause = ?")
                        .param("test:" + cause)
                        .query(Boolean.class)
                        .single());
        return done[0];
    }

    private int count(String what) {
        return count(what, cause);
    }

    private int count(String what, String ofCause) {
        var count = new int[1];
        inEstate(
                large(),
                () -> count[0] = jdbc.sql("select " + what + " from message where cause = ?")
                        .param("test:" + ofCause)
                        .query(Integer.class)
                        .single());
        return count[0];
    }

    /** @return the session that waits at the halt; 0 if none does yet */
    private static int halted() throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var query = superuser.prepareStatement(
                        "select pid from pg_locks where locktype = 'advisory' and not granted and objid = ?::oid")) {
            query.setInt(1, LOCK);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }
}
