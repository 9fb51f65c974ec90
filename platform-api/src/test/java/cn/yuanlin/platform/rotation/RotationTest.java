package cn.yuanlin.platform.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.keys.NextKeys;
import cn.yuanlin.platform.keys.SealedColumn;
import cn.yuanlin.platform.media.file.Pictures;
import cn.yuanlin.platform.rotation.Rotation.Stage;
import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class RotationTest extends PlatformTest {
    @Autowired
    private EstateKeys keys;

    @Autowired
    private NextKeys nextKeys;

    @Autowired
    @Qualifier("registrar")
    private CellRole registrar;

    @Autowired
    private SealedRows rows;

    @Autowired
    private Renewal renewal;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<SealedColumn> columns;

    @Value("${yuanlin.keys-dir}")
    private Path folder;

    private final UUID id = UUID.randomUUID();
    private Estate estate;
    private SealedSample sample;
    private RotationTask task;

    @BeforeEach
    void anEstateWithSomethingInEveryPlace() throws SQLException {
        register(id, "rotating-" + id.toString().substring(24), "换钥小区");
        keys.make(id);
        estate = activate(registry.byId(id).orElseThrow());
        sample = new SealedSample(jdbc, columns);
        task = taskWith(Duration.ZERO);
        inEstate(estate, () -> {
            sample.ground();
            sample.write(keys.current());
        });
    }

    @Test
    void everythingIsReadableAllTheWayAndTheFormerKeysOpenNothingAfter() throws IOException, SQLException {
        var former = keys.of(id);
        var wrappedBefore = wrapped();
        var wrappingBefore = Files.readString(folder.resolve(id.toString()));
        var token = TestIssuer.tokenOf("keeper", id);
        Members.admit(http(), id, "keeper", Role.RESIDENT);
        var media = "/api/estates/" + estate.slug() + "/media";
        var photo = http().as(token)
                .postBytes(media, Pictures.png(30, 20))
                .json()
                .path("id")
                .asString();
        var shown = http().as(token).get(media + "/" + photo).response().body();

        order();
        var before = keys.of(id);
        for (var stage = stage(); stage != Stage.DONE; stage = stage()) {
            var now = keys.of(id);
            // Who read the keys one turn ago goes on: reads what the newest keys wrote, and writes what they read.
            inEstate(estate, () -> sample.write(now));
            if (stage != Stage.RETIRED && stage != Stage.RENEWED) {
                var earlier = before;
                inEstate(estate, () -> sample.write(earlier));
            }
            int values = readBy(before);
            assertThat(readBy(now)).isEqualTo(values);
            assertThat(http().as(token).get(media + "/" + photo).response().body())
                    .isEqualTo(shown);
            before = now;
            cutOffThenWork();
        }
        assertThat(readBy(keys.of(id))).isGreaterThan(20);
        assertThat(http().as(token).get(media + "/" + photo).response().body()).isEqualTo(shown);

        inEstate(
                estate,
                () -> assertThat(sample.values())
                        .allSatisfy(value -> assertThatThrownBy(() -> SealedSample.plain(value, former))
                                .isInstanceOfAny(IllegalStateException.class, UncheckedIOException.class)));
        restore(wrappedBefore);
        assertThatThrownBy(() -> keys.of(id)).isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(folder.resolve(id.toString()))).isNotEqualTo(wrappingBefore);
    }

    @Test
    void whoWroteWithAFormerKeyIsWaitedForAndWhoComesLaterIsRefused() throws SQLException {
        var former = keys.of(id);
        order();
        workUntil(Stage.PROMOTED);
        try (var slow = TestCell.connect(TestCell.APP);
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("set local role %1$s; set local search_path = %1$s".formatted(estate.schema()));
            try (var insert = slow.prepareStatement("""
                    insert into objection (id, period_id, unit_id, subject, at, text_cipher)
                    select ?, p.id, u.id, 'slow', now(), ? from objection_period p, unit u
                    """)) {
                var objection = UUID.randomUUID();
                insert.setObject(1, objection);
                insert.setBytes(2, former.encrypt("objection.text", "objection.text", objection));
                insert.execute();
            }
            workUntil(Stage.RETIRED);
            for (int i = 0; i < 3; i++)
                assertThat(work()).get().satisfies(again -> assertThat(again).isAfter(Instant.now()));
            assertThat(stage()).isEqualTo(Stage.RETIRED);
            assertThatThrownBy(() -> inEstate(estate, () -> sample.write(former)))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("retired");
            // What waits for its turn hinders nobody who changes something else.
            inEstate(
                    estate,
                    () -> assertThat(jdbc.sql("update person set name = '乙'").update())
                            .isPositive());
            slow.commit();
        }
        workUntil(Stage.DONE);
        readBy(keys.of(id));
    }

    @Test
    void aKeyIsNotRetiredBeforeEveryoneCanKnowTheNext() {
        order();
        work();
        assertThat(stage()).isEqualTo(Stage.ADDED);
        var patient = taskWith(Duration.ofMinutes(15));
        var again = CurrentEstate.call(estate, () -> patient.work(id, () -> false));
        assertThat(again)
                .get()
                .satisfies(at -> assertThat(at).isAfter(Instant.now().plusSeconds(600)));
        assertThat(stage()).isEqualTo(Stage.ADDED);
    }

    @Test
    void oneRotationFollowsAnother() {
        for (int i = 0; i < 2; i++) {
            order();
            order();
            workUntil(Stage.DONE);
            readBy(keys.of(id));
        }
        inEstate(estate, () -> assertThat(rows.retired()).hasSize(4));
    }

    @Test
    void anEstateOrdersItsOwnThroughTheControlPlaneAlone() {
        var path = "/internal/estates/" + id + "/key-rotations";
        assertThat(http().as(TestIssuer.tokenOf("somebody", id))
                        .post(path, "{}")
                        .status())
                .isEqualTo(403);
        var service = http().as(TestIssuer.serviceToken());
        assertThat(service.get(path + "/latest").status()).isEqualTo(404);
        var answer = service.post(path, "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(service.get(path + "/latest").json().path("orderedAt").asString())
                .isEqualTo(answer.json().path("orderedAt").asString());

        var closed = UUID.randomUUID();
        register(closed, "unopened-" + closed.toString().substring(24), "未开小区");
        assertThat(service.post("/internal/estates/" + closed + "/key-rotations", "{}")
                        .status())
                .isEqualTo(409);
    }

    /** As often as there are slices: cut off before each of them in turn, and gone on with. */
    private void cutOffThenWork() {
        for (int slices = 0; slices < 12; slices++) {
            int left = slices;
            var counter = new int[] {left};
            BooleanSupplier dies = () -> {
                if (counter[0]-- == 0) throw new IllegalStateException("killed");
                return false;
            };
            try {
                CurrentEstate.call(estate, () -> task.work(id, dies));
                return;
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
                readBy(keys.of(id));
            }
        }
        work();
    }

    private Optional<Instant> work() {
        return CurrentEstate.call(estate, () -> task.work(id, () -> false));
    }

    private void workUntil(Stage stage) {
        for (int i = 0; stage() != stage; i++) {
            assertThat(i).isLessThan(20);
            work();
        }
    }

    private void order() {
        registrar.run(cell -> RotationStore.order(cell, id, Instant.now()));
    }

    private Stage stage() {
        return registrar
                .call(cell -> RotationStore.find(cell, id))
                .orElseThrow()
                .stage();
    }

    private int readBy(EstateSecrets secrets) {
        return CurrentEstate.call(estate, () -> transaction.execute(status -> sample.read(secrets)));
    }

    private RotationTask taskWith(Duration pause) {
        return new RotationTask(
                registrar, nextKeys, rows, renewal, new RotationSettings(pause), transaction, Clock.systemUTC());
    }

    private List<byte[]> wrapped() {
        return registrar.call(cell -> cell.sql("select wrapped from estate_key where estate_id = ? order by purpose")
                .param(id)
                .query(byte[].class)
                .list());
    }

    private void restore(List<byte[]> wrapped) {
        var purposes = List.of("FILE", "LOOKUP", "TEXT");
        registrar.run(cell -> {
            for (int i = 0; i < purposes.size(); i++)
                cell.sql("update estate_key set wrapped = ? where estate_id = ? and purpose = ?")
                        .params(wrapped.get(i), id, purposes.get(i))
                        .update();
        });
    }
}
