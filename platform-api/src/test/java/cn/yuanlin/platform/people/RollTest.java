package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.people.HolderKind.DEVELOPER;
import static cn.yuanlin.platform.people.HolderKind.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RollTest extends PlatformTest {
    private static final AtomicInteger ESTATES = new AtomicInteger();

    @Autowired
    private RollImport roll;

    @Autowired
    private EstateKeys keys;

    @Autowired
    private RollIntegrity check;

    @Autowired
    private JdbcClient jdbc;

    private Estate estate;

    @BeforeEach
    void anEstateWithoutARoll() throws SQLException {
        estate = newEstate();
    }

    @Test
    void countsEachBuyerOnceWhateverTheyHold() {
        var figures = frozen(
                        List.of(unit("1-101", 8_000), unit("1-102", 9_000), unit("1-103", 10_000)),
                        List.of(sole("1-101", "A"), sole("1-102", "A"), sole("1-103", "B")))
                .figures();
        assertThat(figures).isEqualTo(new RollFigures(3, 2, new Area(27_000)));
    }

    @Test
    void countsASetOfJointOwnersAsAnOwnerOfItsOwn() {
        var figures = frozen(
                        List.of(unit("1-101", 1), unit("1-102", 1), unit("1-103", 1)),
                        List.of(
                                sole("1-101", "A"),
                                joint("1-102", "A", true),
                                joint("1-102", "B", false),
                                joint("1-103", "B", false),
                                joint("1-103", "A", false)))
                .figures();
        assertThat(figures.owners()).isEqualTo(2);
    }

    @Test
    void countsAllThatTheDeveloperHasNotSoldOrNotHandedOverAsOneOwner() {
        var figures = frozen(
                        List.of(
                                unit("1-101", 1_000, UnitUse.HOUSE, UnitState.UNSOLD),
                                unit("1-102", 1_000, UnitUse.HOUSE, UnitState.UNDELIVERED),
                                unit("1-103", 1_000, UnitUse.HOUSE, UnitState.SOLD)),
                        List.of(developers("1-101"), sole("1-102", "A"), sole("1-103", "B")))
                .figures();
        assertThat(figures).isEqualTo(new RollFigures(3, 2, new Area(3_000)));
    }

    @Test
    void leavesParkingOutOfAreaAndOwners() {
        var figures = frozen(
                        List.of(
                                unit("1-101", 1_000),
                                unit("9-001", 1_200, UnitUse.PARKING, UnitState.SOLD),
                                unit("9-002", 1_200, UnitUse.GARAGE, UnitState.SOLD)),
                        List.of(sole("1-101", "A"), sole("9-001", "B"), sole("9-002", "C")))
                .figures();
        assertThat(figures).isEqualTo(new RollFigures(3, 1, new Area(1_000)));
    }

    @Test
    void doesNotTakeNamesakesWithoutADocumentForOnePerson() {
        var first = new HoldingRow(UnitNo.parse("1-101"), "王芳", PERSON, null, null, null, Share.WHOLE, false);
        var second = new HoldingRow(UnitNo.parse("1-102"), "王芳", PERSON, null, null, null, Share.WHOLE, false);
        assertThat(frozen(List.of(unit("1-101", 1), unit("1-102", 1)), List.of(first, second))
                        .figures()
                        .owners())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 0})
    void countsRandomRollsAsAnIndependentStatementDoes(long given) {
        long seed = given == 0 ? System.nanoTime() : given;
        var random = new Random(seed);
        var units = new ArrayList<UnitRow>();
        var holdings = new ArrayList<HoldingRow>();
        for (int n = 1; n <= 1_500; n++) {
            var row = unit(
                    "1-" + n,
                    1 + random.nextInt(30_000),
                    oneOf(random, UnitUse.values()),
                    oneOf(random, UnitState.values()));
            units.add(row);
            var holders = new HashSet<String>();
            int door = n;
            for (int h = random.nextInt(4); h > 0; h--) holders.add("P" + random.nextInt(300));
            holders.forEach(holder -> holdings.add(holding(door, holder, holders.size())));
        }
        var figures = frozen(units, holdings).figures();
        inEstate(estate, () -> assertThat(independently()).as("seed %d", seed).isEqualTo(figures));
    }

    @Test
    void givesTheSameFingerprintForTheSameContentInAnyOrder() throws SQLException {
        var units = new ArrayList<>(List.of(unit("1-101", 8_000), unit("1-102", 9_000), unit("2-1-101", 10_000)));
        var holdings = new ArrayList<>(List.of(
                joint("1-101", "A", true), joint("1-101", "B", false), sole("1-102", "A"), sole("2-1-101", "C")));
        var first = frozen(units, holdings).fingerprint();
        Collections.reverse(units);
        Collections.reverse(holdings);
        dropRoll();
        assertThat(frozen(units, holdings).fingerprint()).isEqualTo(first);
    }

    @Test
    void givesAnotherFingerprintForOneSquareDecimetreMore() {
        var holdings = List.of(sole("1-101", "A"));
        var first = frozen(List.of(unit("1-101", 8_000)), holdings).fingerprint();
        dropRoll();
        assertThat(frozen(List.of(unit("1-101", 8_001)), holdings).fingerprint())
                .isNotEqualTo(first);
    }

    @Test
    void provesThatAVersionIsWhatItsFingerprintSays() {
        frozen(List.of(unit("1-101", 8_000), unit("1-102", 1)), List.of(sole("1-101", "A"), sole("1-102", "B")));
        inEstate(estate, () -> assertThat(check.newestIsIntact()).isTrue());
        asOwner("update roll_entry set line = replace(line, '8000', '8001')");
        inEstate(estate, () -> assertThat(check.newestIsIntact()).isFalse());
    }

    @Test
    void leavesAnEventThatSaysWhoAndWhy() {
        frozen(List.of(unit("1-101", 1)), List.of(sole("1-101", "A")));
        inEstate(
                estate,
                () -> assertThat(jdbc.sql(
                                        "select kind || ' ' || by_whom || ' ' || reason || ' ' || version from roll_event")
                                .query(String.class)
                                .list())
                        .containsExactly("IMPORTED tester 导入 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update roll_version set owners = 0",
                "delete from roll_version",
                "update roll_entry set area_dm2 = 1",
                "delete from roll_entry",
                "update roll_event set reason = 'x'",
                "delete from roll_event"
            })
    void theDatabaseRefusesToChangeAFrozenRoll(String statement) {
        assertThatThrownBy(() -> inEstate(estate, () -> jdbc.sql(statement).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theDatabaseRefusesSharesBeyondTheWhole() {
        var tooMuch = List.of(
                part("1-101", "A", new Share(1, 3)),
                part("1-101", "B", new Share(1, 3)),
                part("1-101", "C", new Share(1, 3)),
                part("1-101", "D", new Share(1, 1_000_000)));
        assertThatThrownBy(() -> frozen(List.of(unit("1-101", 1)), tooMuch))
                .rootCause()
                .hasMessageContaining("more than the whole");
        assertThat(frozen(List.of(unit("1-101", 1)), tooMuch.subList(0, 3))
                        .figures()
                        .owners())
                .isOne();
    }

    @Test
    void theDatabaseRefusesSharesBeyondTheWholeThatTwoWriteAtATime() throws Exception {
        inEstate(estate, () -> {
            roll.addBuildings(List.of(new BuildingRow("1", 6)));
            roll.addUnits(List.of(unit("1-101", 1)));
        });
        var bothReady = new CyclicBarrier(2);
        try (var writers = Executors.newFixedThreadPool(2)) {
            var outcomes = writers.invokeAll(List.of(writing("A", bothReady), writing("B", bothReady)));
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
    }

    /** Two thirds of a unit; whether they were accepted. */
    private Callable<Boolean> writing(String holder, CyclicBarrier bothReady) {
        return () -> {
            bothReady.await();
            try {
                inEstate(estate, () -> roll.addHoldings(List.of(part("1-101", holder, new Share(2, 3)))));
                return true;
            } catch (DataAccessException refused) {
                return false;
            }
        };
    }

    @Test
    void theDatabaseRefusesAUnitWithoutArea() {
        assertThatThrownBy(() -> frozen(List.of(unit("1-101", 0)), List.of()))
                .rootCause()
                .hasMessageContaining("unit_area_dm2_check");
    }

    @Test
    void refusesRowsThatHangInTheAir() {
        assertThatThrownBy(() -> frozen(List.of(unit("77-101", 1)), List.of())).hasMessageContaining("no building");
        assertThatThrownBy(() -> frozen(List.of(), List.of(sole("1-101", "A")))).hasMessageContaining("no unit");
    }

    private RollVersion frozen(List<UnitRow> units, List<HoldingRow> holdings) {
        var version = new RollVersion[1];
        inEstate(estate, () -> {
            roll.addBuildings(List.of(new BuildingRow("1", 6), new BuildingRow("2", 6), new BuildingRow("9", 1)));
            batches(units).forEach(roll::addUnits);
            batches(holdings).forEach(roll::addHoldings);
            version[0] = roll.freeze("tester", "导入");
        });
        return version[0];
    }

    /** The rules again, in SQL. */
    private RollFigures independently() {
        return jdbc.sql("""
                with held as (
                    select u.id, u.area_dm2, u.use, u.state,
                           array_agg(h.person_id order by h.person_id) filter (where h.person_id is not null) owners
                    from unit u left join holding h on h.unit_id = u.id group by u.id
                ), counting as (select * from held where use not in ('PARKING', 'GARAGE'))
                select (select count(*) from held) units,
                       (select count(distinct owners) from counting where state = 'SOLD' and owners is not null)
                       + (select count(*) from counting where state = 'SOLD' and owners is null)
                       + (select count(*) from (select from counting where state <> 'SOLD' limit 1) any_of_developer) owners,
                       (select coalesce(sum(area_dm2), 0) from counting) area
                """)
                .query((row, n) -> new RollFigures(row.getInt(1), row.getInt(2), new Area(row.getLong(3))))
                .single();
    }

    private void dropRoll() {
        asOwner("truncate building, unit, person, holding, roll_version, roll_entry, roll_event cascade");
    }

    /** As somebody who has got past all walls. */
    private void asOwner(String statement) {
        try (var connection = TestCell.connectAsSuperuser();
                var work = connection.createStatement()) {
            work.execute("set search_path = " + estate.schema());
            work.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Estate newEstate() throws SQLException {
        int number = ESTATES.incrementAndGet();
        var id = UUID.fromString("01990000-0000-7000-8000-0000b0000%03d".formatted(number));
        var registered = register(id, "roll-" + number, "名册" + number);
        keys.make(id);
        return activate(registered);
    }

    private static <T> List<List<T>> batches(List<T> rows) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < rows.size(); from += RollImport.LARGEST_BATCH)
            batches.add(rows.subList(from, Math.min(rows.size(), from + RollImport.LARGEST_BATCH)));
        return batches;
    }

    private static UnitRow unit(String number, long dm2) {
        return unit(number, dm2, UnitUse.HOUSE, UnitState.SOLD);
    }

    private static UnitRow unit(String number, long dm2, UnitUse use, UnitState state) {
        return new UnitRow(UnitNo.parse(number), new Area(dm2), use, AreaSource.REGISTER, state);
    }

    private static HoldingRow sole(String unit, String holder) {
        return part(unit, holder, Share.WHOLE);
    }

    private static HoldingRow joint(String unit, String holder, boolean nominated) {
        var row = part(unit, holder, new Share(1, 2));
        return new HoldingRow(
                row.unit(), holder, PERSON, row.phone(), row.idType(), row.idNumber(), row.share(), nominated);
    }

    private static HoldingRow holding(int unit, String holder, int holders) {
        return part("1-" + unit, holder, new Share(1, holders));
    }

    private static HoldingRow part(String unit, String holder, Share share) {
        return new HoldingRow(
                UnitNo.parse(unit), holder, PERSON, "13800000000", IdType.ID_CARD, "ID-" + holder, share, false);
    }

    private static HoldingRow developers(String unit) {
        return new HoldingRow(UnitNo.parse(unit), "开发商", DEVELOPER, null, null, null, Share.WHOLE, false);
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
