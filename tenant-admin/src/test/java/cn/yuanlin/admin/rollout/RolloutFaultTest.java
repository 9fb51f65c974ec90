package cn.yuanlin.admin.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Roll-outs that no scheduler knows of, in the middle of which something breaks that is no cell. */
class RolloutFaultTest extends CellTest {
    private static final int VERSION = 900;
    private static final Actor ADMIN = new Actor("admin-of-tests", "测试管理员");

    @Autowired
    private RolloutStore store;

    @Autowired
    private RolloutLedger ledger;

    @Autowired
    private Estates estates;

    @Autowired
    private CellClient cells;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    private final AtomicInteger looks = new AtomicInteger();
    private UUID rollout;

    @BeforeEach
    void oneEstateBehind() {
        endAll();
        owner.sql("update control.estate set schema_version = 1000000 where schema_version is not null")
                .update();
        var estate = activeEstate();
        owner.sql("update control.estate set schema_version = 1 where id = ?")
                .param(estate)
                .update();
        cell.release(VERSION);
        rollout = ids.next();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            store.create(rollout, VERSION, 2, ADMIN, clock.instant());
            store.drawUp(rollout, VERSION, List.of(estate), new int[0]);
        });
    }

    @AfterEach
    void endAll() {
        owner.sql("update control.rollout set state = 'DONE' where state <> 'DONE'")
                .update();
    }

    @Test
    void anUnexpectedFaultFailsTheEstateAndStopsTheRollout() {
        owner.sql("update control.cell set url = 'no address at all' where code = ?")
                .param(cellCode)
                .update();

        assertThat(worker(ledger).work(rollout, this::stopAfterAWhile)).isEmpty();

        owner.sql("update control.cell set url = ? where code = ?")
                .params(cell.url(), cellCode)
                .update();
        assertThat(stateOfEstate()).isEqualTo("FAILED");
        assertThat(ledger.state(rollout)).isEqualTo(RolloutState.FAILED);
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleIsWaitedFor() {
        var unreachable = new RolloutLedger(JdbcClient.create(new OnlyFor(Thread.currentThread())));

        var again = worker(unreachable).work(rollout, this::stopAfterAWhile);

        assertThat(again).hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(Duration.ZERO));
        assertThat(looks).hasValueLessThan(10);
        assertThat(worker(ledger).work(rollout, this::stopAfterAWhile)).isEmpty();
        assertThat(stateOfEstate()).isEqualTo("DONE");
    }

    /** So that a loop without end ends all the same, and is seen. */
    private boolean stopAfterAWhile() {
        return looks.incrementAndGet() > 200;
    }

    private RolloutWorker worker(RolloutLedger withLedger) {
        return new RolloutWorker(store, withLedger, estates, cells, audit, transactions, clock);
    }

    private String stateOfEstate() {
        return owner.sql("select state from control.rollout_estate where rollout_id = ?")
                .param(rollout)
                .query(String.class)
                .single();
    }

    /** A database that the lanes of a roll-out don't reach. */
    private static final class OnlyFor extends AbstractDataSource {
        private final DataSource database = ControlDatabase.asService();
        private final Thread reaches;

        OnlyFor(Thread reaches) {
            this.reaches = reaches;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (Thread.currentThread() != reaches) {
                throw new SQLTransientConnectionException("away");
            }
            return database.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return database.getConnection(user, password);
        }
    }
}
