package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.StatementCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RollTotalsTest extends RollPlatformTest {
    @Test
    void countsEachBuildingByItselfAndAnOwnerOfSeveralOnceForTheEstate() {
        imported(
                List.of(unit("1-101", 8_000), unit("1-102", 9_000), unit("2-101", 10_000)),
                List.of(held("1-101", "甲"), held("1-102", "乙"), held("2-101", "甲")));
        var figures = figures();
        assertThat(figures.get("owners").asInt()).isEqualTo(2);
        assertThat(figures.get("totalAreaDm2").asLong()).isEqualTo(27_000);
        var buildings = figures.get("buildings");
        assertThat(buildings).hasSize(2);
        assertThat(buildings.get(0).get("building").asString()).isEqualTo("1");
        assertThat(summary(buildings.get(0))).isEqualTo("2 units, 17000 dm2, 2 owners");
        assertThat(summary(buildings.get(1))).isEqualTo("1 units, 10000 dm2, 1 owners");
    }

    @Test
    void namesHowManyUnitsNobodyCanVoteFor() {
        imported(
                List.of(unit("1-101", 8_000), unit("1-102", 9_000), unit("1-103", 9_000)),
                List.of(
                        held("1-101", "甲", new Share(1, 2), false),
                        held("1-101", "乙", new Share(1, 2), false),
                        held("1-102", "甲", new Share(1, 2), true),
                        held("1-102", "乙", new Share(1, 2), false),
                        held("1-103", "丙")));
        assertThat(figures().get("unitsWithoutVoter").asInt()).isOne();
        assertThat(figures().get("owners").asInt()).isEqualTo(2);
    }

    @Test
    void areCountedOnceForEachStateOfTheRoll() {
        imported(List.of(unit("1-101", 8_000), unit("1-102", 9_000)), List.of(held("1-101", "甲"), held("1-102", "乙")));
        assertThat(figures().get("owners").asInt()).isEqualTo(2);
        changed("1-101", "TRANSFER", TODAY, List.of(sole("乙")));
        long first = StatementCount.of(() -> as("chair").get(api("/roll/figures")));
        assertThat(StatementCount.of(() -> as("chair").get(api("/roll/figures"))))
                .isLessThan(first);
        assertThat(figures().get("owners").asInt()).isOne();
    }

    @Test
    void areForOwnersToo() {
        imported(List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        assertThat(as("owner").get(api("/roll/figures")).status()).isEqualTo(200);
        assertThat(as("property").get(api("/roll/figures")).status()).isEqualTo(403);
    }

    /** After a past of changes, the rules are computed again from the history alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 0})
    void equalAnIndependentStatementOverTheHistory(long given) {
        long seed = given == 0 ? System.nanoTime() : given;
        var random = new Random(seed);
        var units = new ArrayList<UnitRow>();
        var holdings = new ArrayList<HoldingRow>();
        for (int n = 1; n <= 60; n++) {
            var number = (1 + n % 2) + "-" + n;
            var plain = unit(number, 1 + random.nextInt(30_000));
            units.add(new UnitRow(
                    plain.unit(),
                    plain.area(),
                    UnitUse.values()[random.nextInt(UnitUse.values().length)],
                    AreaSource.REGISTER,
                    UnitState.values()[random.nextInt(UnitState.values().length)]));
            var names = new HashSet<String>();
            for (int h = random.nextInt(4); h > 0; h--) names.add("业主" + random.nextInt(20));
            for (var name : names) holdings.add(held(number, name, new Share(1, names.size()), false));
        }
        imported(30, units, holdings);
        for (int day = 25; day > 0; day--) {
            var unit = units.get(random.nextInt(units.size())).unit().dashed();
            var sold = random.nextBoolean() ? "SOLD" : "UNDELIVERED";
            List<Map<String, ?>> holders = random.nextBoolean()
                    ? List.of(sole("业主" + random.nextInt(20)))
                    : List.of(
                            holder(person("业主" + random.nextInt(10)), 1, 2, true),
                            holder(person("业主" + (10 + random.nextInt(10))), 1, 2, false));
            // A unit that is sold already does not go back, which is refused.
            assertThat(change(unit, "TRANSFER", TODAY.minusDays(day), holders, Map.of("becomes", Map.of("state", sold)))
                            .status())
                    .as("seed %d", seed)
                    .isIn(201, 400, 409);
        }
        var figures = figures();
        assertThat(independently(null)).as("seed %d", seed).isEqualTo(summary(figures));
        for (var building : figures.get("buildings"))
            assertThat(independently(building.get("building").asString()))
                    .as("seed %d", seed)
                    .isEqualTo(summary(building));
    }

    private JsonNode figures() {
        return as("chair").get(api("/roll/figures")).json();
    }

    private static String summary(JsonNode figures) {
        var area = figures.has("totalAreaDm2") ? figures.get("totalAreaDm2") : figures.get("areaDm2");
        return figures.get("units").asInt() + " units, " + area.asLong() + " dm2, "
                + figures.get("owners").asInt() + " owners";
    }

    /** The rules of counting again, in SQL, of the periods that have not ended. */
    private String independently(@Nullable String building) {
        return inEstate(() -> jdbc.sql("""
                with kept as (
                    select u.id, r.area_dm2, r.use, r.state from unit u
                    join building b on b.id = u.building_id
                    join lateral (select * from unit_record r where r.unit_id = u.id
                                  order by valid_from desc, id desc limit 1) r on true
                    where :building = '' or b.name = :building
                ), held as (
                    select k.*, array_agg(o.person_id order by o.person_id) filter (where o.person_id is not null) owners
                    from kept k
                    left join (select o.* from ownership o
                               where o.id not in (select ownership_id from ownership_end)) o on o.unit_id = k.id
                    group by k.id, k.area_dm2, k.use, k.state
                ), counting as (select * from held where use not in ('PARKING', 'GARAGE'))
                select (select count(*) from held) || ' units, '
                    || (select coalesce(sum(area_dm2), 0) from counting) || ' dm2, '
                    || ((select count(distinct owners) from counting where state = 'SOLD' and owners is not null)
                        + (select count(*) from counting where state = 'SOLD' and owners is null)
                        + (select count(*) from (select from counting where state <> 'SOLD' limit 1) developer)) || ' owners'
                """)
                .param("building", building == null ? "" : building)
                .query(String.class)
                .single());
    }
}
