package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo's roll says, told again without the product: by SQL of this test's own, by the workbook, by SHA-256. */
class DemoRollTest {
    private static final String SLUG = "disai-yuanyuan";
    private static final String DEMO = "/api/estates/" + SLUG;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /**
     * Who held what on a day, from the history alone. One exclusive unit is one owner, all units of one buyer or of one set
     * of joint owners too, all that the developer has not sold or handed over too; parking and garages count for nothing
     * (SPC art. 8 and 9; Ningbo art. 18).
     */
    private static final String COUNTED = """
            with day as (select date '%2$s' as today),
            held as (
                select o.unit_id, o.person_id
                from %1$s.ownership o cross join day
                where o.valid_from <= today
                  and not exists (select from %1$s.ownership_end e where e.ownership_id = o.id and e.valid_to <= today)),
            counted as (
                select b.name building, b.sort_key, r.use not in ('PARKING', 'GARAGE') counts, r.area_dm2,
                       case when r.state <> 'SOLD' then 'the developer'
                            else coalesce((select string_agg(h.person_id::text, ' and ' order by h.person_id)
                                           from held h where h.unit_id = u.id), 'unknown, of ' || u.id) end owner
                from %1$s.unit u
                join %1$s.building b on b.id = u.building_id
                cross join day
                join lateral (select * from %1$s.unit_record x where x.unit_id = u.id and x.valid_from <= today
                              order by x.valid_from desc, x.id desc limit 1) r on true)
            """;

    private static final String OF_ESTATE = COUNTED + """
            select count(*) || ' units, ' || sum(area_dm2) filter (where counts) || ' dm², '
                   || count(distinct owner) filter (where counts) || ' owners' from counted
            """;

    private static final String OF_BUILDINGS = COUNTED + """
            select building || ': ' || count(*) || ' units, ' || coalesce(sum(area_dm2) filter (where counts), 0) || ' dm², '
                   || count(distinct owner) filter (where counts) || ' owners' from counted
            group by building, sort_key order by sort_key
            """;

    private final RunningPlatform platform = RunningPlatform.get();
    private final Caller gateway = platform.gateway();
    private final String committee = platform.committee(SLUG);

    @Test
    void areaAndOwnersEqualWhatPlainSqlCounts() throws SQLException {
        var schema = "e_" + platform.estate(SLUG).path("id").asString().substring(24);
        var figures = read(DEMO + "/roll/figures", committee);
        assertThat(List.of("%d units, %d dm², %d owners"
                        .formatted(
                                figures.path("units").asInt(),
                                figures.path("totalAreaDm2").asLong(),
                                figures.path("owners").asInt())))
                .isEqualTo(rows(OF_ESTATE.formatted(schema, TODAY)));
        var buildings = figures.path("buildings")
                .valueStream()
                .map(building -> "%s: %d units, %d dm², %d owners"
                        .formatted(
                                building.path("building").asString(),
                                building.path("units").asInt(),
                                building.path("areaDm2").asLong(),
                                building.path("owners").asInt()))
                .toList();
        assertThat(buildings).hasSize(32).isEqualTo(rows(OF_BUILDINGS.formatted(schema, TODAY)));
    }

    @Test
    void threeDaysHaveTheirOwnHolders() {
        var workbook = DemoRoll.of(SLUG);
        var past = JsonMapper.shared()
                .readTree(RunningPlatform.ROOT.resolve("infra/demo/past.json").toFile())
                .path("changes");
        assertThat(past).hasSize(3);
        for (var day : List.of("2025-03-17", "2025-06-05", "2025-12-31")) {
            for (var change : past) {
                var door = change.path("door").asString();
                var changed = change.path("effectiveOn").asString().compareTo(day) <= 0;
                var expected = changed ? names(change.path("holders"), "newPerson") : workbook.namesAt(door);
                assertThat(holdersOf(door, day))
                        .as(door + " on " + day)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void twoPeopleComputeTheVersionsFingerprint() {
        var owner = Resident.comesIn(platform, someOwner().phone());
        owner.asks(DEMO, someOwner().claim());
        owner.awaitRoles(DEMO, "OWNER");
        var versions = read(DEMO + "/roll/versions", committee).path("items");
        assertThat(versions).isNotEmpty();
        for (var version : versions) {
            var canonical = DEMO + "/roll/versions/" + version.path("version").asInt() + "/canonical";
            var fingerprint = version.path("fingerprint").asString();
            assertThat(sha256(gateway.get(canonical, committee).expecting(200).body()))
                    .isEqualTo(fingerprint);
            assertThat(sha256(owner.get(canonical).expecting(200).body())).isEqualTo(fingerprint);
        }
    }

    @Test
    void oneSquareDecimetreMakesAnotherFingerprintAndTakenBackTheSameAgain() {
        var spare = platform.spare();
        var home = read(spare.path() + "/roll?limit=1", spare.committee()).at("/items/0");
        var area = home.at("/unit/areaDm2").asLong();

        var before = freeze(spare);
        correct(spare, home, area + 1);
        var changed = freeze(spare);
        correct(spare, home, area);
        var after = freeze(spare);

        assertThat(changed.path("fingerprint")).isNotEqualTo(before.path("fingerprint"));
        assertThat(changed.path("totalAreaDm2").asLong())
                .isEqualTo(before.path("totalAreaDm2").asLong() + 1);
        assertThat(after.path("fingerprint")).isEqualTo(before.path("fingerprint"));
        var lines = new ArrayList<>(lines(spare, changed));
        lines.removeAll(lines(spare, before));
        assertThat(lines).singleElement().satisfies(line -> assertThat(line).contains("\t" + (area + 1) + "\t"));
    }

    private DemoRoll.Holder someOwner() {
        return DemoRoll.of(SLUG).provable().getLast();
    }

    private JsonNode freeze(RunningPlatform.Spare spare) {
        var frozen = gateway.post(spare.path() + "/roll/versions", spare.committee(), "{\"reason\":\"核对指纹\"}")
                .created();
        assertThat(sha256(canonical(spare, frozen)))
                .isEqualTo(frozen.path("fingerprint").asString());
        return frozen;
    }

    private List<String> lines(RunningPlatform.Spare spare, JsonNode version) {
        return canonical(spare, version).lines().toList();
    }

    private String canonical(RunningPlatform.Spare spare, JsonNode version) {
        return gateway.get(
                        spare.path() + "/roll/versions/"
                                + version.path("version").asInt() + "/canonical",
                        spare.committee())
                .expecting(200)
                .body();
    }

    private void correct(RunningPlatform.Spare spare, JsonNode home, long areaDm2) {
        var holders = home.path("holders").valueStream().map(DemoRollTest::kept).toList();
        var change = Map.of(
                "unit",
                home.at("/unit/id").asString(),
                "kind",
                "CORRECTION",
                "effectiveOn",
                TODAY.toString(),
                "reason",
                "更正面积",
                "becomes",
                Map.of("areaDm2", areaDm2),
                "holders",
                holders);
        gateway.post(
                        spare.path() + "/roll/changes",
                        spare.committee(),
                        JsonMapper.shared().writeValueAsString(change))
                .expecting(201);
    }

    private static Map<String, Object> kept(JsonNode holder) {
        var share = holder.path("share").asString().split("/");
        return Map.of(
                "person", holder.path("person").asString(),
                "shareNumerator", Integer.parseInt(share[0]),
                "shareDenominator", share.length == 1 ? 1 : Integer.parseInt(share[1]),
                "nominated", holder.path("nominated").asBoolean());
    }

    private List<String> holdersOf(String door, String day) {
        var unit = read(DEMO + "/roll?asOf=" + day + "&q=" + Caller.encoded(door), committee)
                .path("items")
                .valueStream()
                .filter(item -> item.at("/unit/number").asString().equals(door))
                .findFirst()
                .orElseThrow();
        return unit.path("holders")
                .valueStream()
                .map(holder -> holder.path("name").asString())
                .toList();
    }

    private static List<String> names(JsonNode holders, String person) {
        return holders.valueStream()
                .map(holder -> holder.path(person).path("name").asString())
                .toList();
    }

    private JsonNode read(String path, String token) {
        return gateway.get(path, token).expecting(200).json();
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = platform.parts().postgres().connect("cell_c1");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
