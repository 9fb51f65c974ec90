package cn.yuanlin.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EstateTasksTest extends PlatformTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Autowired
    private EstateTasks tasks;

    @Autowired
    private ToldTask told;

    @Autowired
    private TaskScheduler scheduler;

    @Autowired
    private TaskWorker worker;

    private final UUID subject = UUID.randomUUID();

    @Test
    void worksInTheRoleOfTheEstateThatOrdered() {
        order(linyuan(), Instant.EPOCH);
        await().untilAsserted(() -> assertThat(orders()).isZero());
        assertThat(told.turnsOf(subject)).containsExactly("linyuan " + linyuan().schema());
    }

    @Test
    void comesBackWhenItSaidAndIsForgottenWhenDone() {
        told.tell(subject, List.of(() -> Optional.of(Instant.EPOCH), () -> Optional.of(Instant.EPOCH)));
        order(disai(), Instant.EPOCH);
        await().untilAsserted(() -> assertThat(orders()).isZero());
        assertThat(told.turnsOf(subject)).hasSize(3);
    }

    @Test
    void theSameOrderTwiceIsOne() throws SQLException {
        var later = Instant.parse("2099-01-01T00:00:00Z");
        order(disai(), later);
        order(disai(), Instant.EPOCH);
        assertThat(orders()).isEqualTo(1);
        assertThat(told.turnsOf(subject)).isEmpty();
    }

    /** As a killed process leaves it: taken, and no heart beats any more. */
    @Test
    void whatAKilledProcessHadInHandGoesOn() throws SQLException {
        order(disai(), Instant.parse("2099-01-01T00:00:00Z"));
        asSuperuser("""
                update cell.scheduled_tasks set picked = true, picked_by = 'killed', execution_time = now() - interval '10 minutes',
                    last_heartbeat = now() - interval '9 minutes'
                where task_instance like '%%/%s'
                """);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told.turnsOf(subject)).hasSize(1));
    }

    @Test
    void aFaultIsTriedAgainLaterAndLater() {
        told.tell(subject, List.of(() -> {
            throw new IllegalStateException("as told");
        }));
        order(disai(), Instant.EPOCH);
        await().untilAsserted(() -> assertThat(orders()).isZero());
        assertThat(told.turnsOf(subject)).hasSize(2);

        assertThat(scheduler.nextTry(NOW, 0)).isEqualTo(NOW.plusSeconds(1));
        assertThat(scheduler.nextTry(NOW, 3)).isEqualTo(NOW.plusSeconds(8));
        assertThat(scheduler.nextTry(NOW, 10_000)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void doesNothingForAnEstateThatIsGone() {
        var gone = new TaskKey(UUID.randomUUID(), subject);
        assertThat(worker.work(told, gone, () -> false)).isEmpty();
        assertThat(told.turnsOf(subject)).isEmpty();
    }

    @Test
    void aKeyIsAnEstateAndASubject() {
        var key = new TaskKey(DISAI, subject);
        assertThat(TaskKey.parse(key.toString())).isEqualTo(key);
        assertThatThrownBy(() -> TaskKey.parse(DISAI.toString())).isInstanceOf(IllegalArgumentException.class);
    }

    private void order(Estate estate, Instant at) {
        CurrentEstate.run(estate, () -> tasks.order(ToldTask.NAME, subject, at));
    }

    private int orders() throws SQLException {
        return number("select count(*) from cell.scheduled_tasks where task_instance like '%%/%s'");
    }

    private int number(String sql) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql.formatted(subject))) {
            row.next();
            return row.getInt(1);
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql.formatted(subject));
        }
    }
}
