package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestIssuer;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person of the roll can't be decrypted: an archive without the rest must not look like an archive. */
class BrokenExportTest extends PlatformTest {
    private static final UnitNo UNIT = UnitNo.parse("3-2-502");
    /** More than the server holds back before it sends, even deflated, in a table that comes before the people. */
    private static final int ROWS_THAT_ARE_SENT_AT_ONCE = 3_000;

    private final UUID id = UUID.randomUUID();

    @Autowired
    private RollImport roll;

    @Autowired
    private EstateKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEstateWithASpoiltPhone() throws SQLException {
        var registered = register(id, "spoilt-" + id.toString().substring(24), "损坏小区");
        keys.make(id);
        inEstate(activate(registered), () -> {
            roll.addBuildings(List.of(new BuildingRow("3", 6)));
            roll.addUnits(
                    List.of(new UnitRow(UNIT, new Area(8_950), UnitUse.HOUSE, AreaSource.REGISTER, UnitState.SOLD)));
            roll.addHoldings(List.of(new HoldingRow(
                    UNIT,
                    "甲",
                    HolderKind.PERSON,
                    "13800000502",
                    IdType.PASSPORT,
                    "E12345678",
                    new Share(1, 1),
                    false)));
            roll.freeze("tester", "导入");
            jdbc.sql("update person set phone_cipher = '\\x00'").update();
        });
    }

    @Test
    void isAFaultWhereNothingWasSentYet() {
        var answer = export();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unexpected");
        assertThat(new String(answer.response().body(), ISO_8859_1)).doesNotContain("PK");
        assertThat(exportsOnRecord()).isZero();
    }

    @Test
    void isCutWhereItHadBegun() {
        inEstate(
                registry.byId(id).orElseThrow(),
                () -> jdbc.sql("""
                                insert into audit_event (at, actor, act, subject_type, subject_id)
                                select now(), gen_random_uuid()::text, 'test.row', 't', gen_random_uuid()::text
                                from generate_series(1, ?)
                                """).param(ROWS_THAT_ARE_SENT_AT_ONCE).update());
        assertThatThrownBy(this::export).isInstanceOf(UncheckedIOException.class);
        assertThat(exportsOnRecord()).isZero();
    }

    /** Each would be in the next export, and there may be many of them. */
    private long exportsOnRecord() {
        var exports = new AtomicLong();
        inEstate(
                registry.byId(id).orElseThrow(),
                () -> exports.set(jdbc.sql("select count(*) from audit_event where act = 'estate.exported'")
                        .query(Long.class)
                        .single()));
        return exports.get();
    }

    private Http.Answer export() {
        return http().as(TestIssuer.serviceToken()).post("/internal/estates/" + id + "/export", null);
    }
}
