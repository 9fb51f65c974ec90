package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An estate of its own for each test, whose roll is as old as the test says. */
abstract class RollPlatformTest extends PlatformTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    RollImport roll;

    @Autowired
    EstateKeys keys;

    @Autowired
    JdbcClient jdbc;

    Estate estate;

    @BeforeEach
    void anEstate() throws SQLException {
        var id = UUID.randomUUID();
        var registered = register(id, "roll-" + id.toString().substring(24), "名册小区");
        keys.make(id);
        estate = activate(registered);
        Members.admit(http(), id, "chair", Role.COMMITTEE);
        Members.admit(http(), id, "owner", Role.OWNER);
        Members.admit(http(), id, "other-owner", Role.OWNER);
        Members.admit(http(), id, "auditor", Role.AUDITOR);
        Members.admit(http(), id, "property", Role.PROPERTY);
    }

    RollVersion imported(List<UnitRow> units, List<HoldingRow> holdings) {
        return inEstate(() -> {
            roll.addBuildings(List.of(new BuildingRow("1", 6), new BuildingRow("2", 6)));
            roll.addUnits(units);
            roll.addHoldings(holdings);
            return roll.freeze("tester", "导入");
        });
    }

    /** As if the estate had been imported so many days ago. */
    void imported(int daysAgo, List<UnitRow> units, List<HoldingRow> holdings) {
        imported(units, holdings);
        var day = TODAY.minusDays(daysAgo);
        asSuperuser(
                "update ownership set valid_from = '%1$s'; update unit_record set valid_from = '%1$s';".formatted(day)
                        + "update person_record set valid_from = '%1$s'; update roll_event set effective_on = '%1$s'"
                                .formatted(day));
    }

    <T> T inEstate(Supplier<T> work) {
        var result = new ArrayList<T>();
        inEstate(estate, () -> result.add(work.get()));
        return result.getFirst();
    }

    /** As somebody who has got past all walls. */
    void asSuperuser(String statement) {
        try (var connection = TestCell.connectAsSuperuser();
                var work = connection.createStatement()) {
            work.execute("set search_path = " + estate.schema());
            work.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Http as(String subject) {
        return http().as(tokenOf(subject, estate.id()));
    }

    String api(String path) {
        return "/api/estates/" + estate.slug() + path;
    }

    long count(String sql) {
        return inEstate(() -> jdbc.sql(sql).query(Long.class).single());
    }

    UUID unitId(String number) {
        return inEstate(() -> jdbc.sql("select id from unit where sort_key = ?")
                .param(UnitNo.parse(number).sortKey())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single());
    }

    /** Who holds a unit on a day, such as {@code 甲 1/2* < 丙}, in the order of their names. */
    List<String> holders(String number, LocalDate day) {
        var page = as("chair").get(api("/roll?limit=200&asOf=" + day)).json();
        return holders(page, number);
    }

    List<String> holders(String number) {
        return holders(as("chair").get(api("/roll?limit=200")).json(), number);
    }

    private static List<String> holders(JsonNode page, String number) {
        var door = UnitNo.parse(number).toString();
        var found = new ArrayList<String>();
        for (var unit : page.get("items"))
            if (unit.get("unit").get("number").asString().equals(door))
                for (var holder : unit.get("holders")) found.add(holder(holder));
        return found.stream().sorted().toList();
    }

    private static String holder(JsonNode holder) {
        var acting = holder.get("representative");
        return holder.get("name").asString()
                + " "
                + holder.get("share").asString()
                + (holder.get("nominated").asBoolean() ? "*" : "")
                + (acting.isNull() ? "" : " < " + acting.asString());
    }

    Http.Answer change(String number, String kind, LocalDate on, List<Map<String, ?>> holders) {
        return change(number, kind, on, holders, Map.of());
    }

    /** @param more fields of the form */
    Http.Answer change(String number, String kind, LocalDate on, List<Map<String, ?>> holders, Map<String, ?> more) {
        var form = new HashMap<String, Object>(Map.of(
                "unit",
                unitId(number),
                "kind",
                kind,
                "effectiveOn",
                on.toString(),
                "reason",
                "不动产登记",
                "holders",
                holders));
        form.putAll(more);
        return as("chair").post(api("/roll/changes"), form);
    }

    void changed(String number, String kind, LocalDate on, List<Map<String, ?>> holders) {
        var answer = change(number, kind, on, holders);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    static Map<String, ?> holder(Map<String, ?> newPerson, int numerator, int denominator, boolean nominated) {
        return Map.of(
                "newPerson",
                newPerson,
                "shareNumerator",
                numerator,
                "shareDenominator",
                denominator,
                "nominated",
                nominated);
    }

    /** Somebody who is told from others by a passport of their name. */
    static Map<String, ?> person(String name) {
        return Map.of("name", name, "kind", "PERSON", "idType", "PASSPORT", "idNumber", passport(name));
    }

    static String passport(String name) {
        return "E" + Math.floorMod(name.hashCode(), 90_000_000) + 10_000_000;
    }

    static Map<String, ?> sole(String name) {
        return holder(person(name), 1, 1, false);
    }

    static UnitRow unit(String number, long dm2) {
        return new UnitRow(UnitNo.parse(number), new Area(dm2), UnitUse.HOUSE, AreaSource.REGISTER, UnitState.SOLD);
    }

    static HoldingRow held(String unit, String name, Share share, boolean nominated) {
        return new HoldingRow(
                UnitNo.parse(unit),
                name,
                HolderKind.PERSON,
                "13800000000",
                IdType.PASSPORT,
                passport(name),
                share,
                nominated);
    }

    static HoldingRow held(String unit, String name) {
        return held(unit, name, Share.WHOLE, false);
    }
}
