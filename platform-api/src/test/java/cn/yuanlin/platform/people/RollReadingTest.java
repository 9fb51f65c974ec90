package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.testing.TestIssuer.serviceToken;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.StatementCount;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RollReadingTest extends PlatformTest {
    private static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000a0000001");
    private static final String API = "/api/estates/reading";

    @Autowired
    private RollImport roll;

    @Autowired
    private EstateKeys keys;

    @Autowired
    private JdbcClient jdbc;

    private Estate estate;

    @BeforeEach
    void anEstateWithARoll() throws SQLException {
        if (registry.bySlug("reading").isEmpty()) {
            var registered = register(ESTATE, "reading", "读册");
            keys.make(ESTATE);
            inEstate(activate(registered), this::importRoll);
        }
        estate = registry.byId(ESTATE).orElseThrow();
        Members.admit(http(), ESTATE, "chair", Role.COMMITTEE, Role.OWNER);
        Members.admit(http(), ESTATE, "owner", Role.OWNER);
    }

    private void importRoll() {
        roll.addBuildings(List.of(new BuildingRow("2", 18), new BuildingRow("10", 6)));
        roll.addUnits(IntStream.rangeClosed(1, 120)
                .mapToObj(n -> new UnitRow(
                        UnitNo.parse((n <= 60 ? "2-1-" : "10-") + n),
                        new Area(8_000 + n),
                        UnitUse.HOUSE,
                        AreaSource.REGISTER,
                        UnitState.SOLD))
                .toList());
        roll.addHoldings(IntStream.rangeClosed(1, 120)
                .mapToObj(n -> new HoldingRow(
                        UnitNo.parse((n <= 60 ? "2-1-" : "10-") + n),
                        "业主" + n,
                        HolderKind.PERSON,
                        "138%08d".formatted(n),
                        IdType.PASSPORT,
                        "SECRET-" + n,
                        Share.WHOLE,
                        false))
                .toList());
        roll.freeze("tester", "导入");
    }

    @Test
    void listsBuildingsAsPeopleCount() {
        var buildings = as("owner").get(API + "/buildings").json().get("items");
        assertThat(buildings.get(0).get("name").asString()).isEqualTo("2");
        assertThat(buildings.get(1).get("name").asString()).isEqualTo("10");
        assertThat(buildings.get(1).get("units").asInt()).isEqualTo(60);
    }

    @Test
    void listsUnitsOfABuildingPageByPageAndShowsOne() {
        var building = as("owner")
                .get(API + "/buildings")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        var numbers = new ArrayList<String>();
        String next = "";
        do {
            var page = as("owner")
                    .get(API + "/units?limit=25&building=" + building + next)
                    .json();
            page.get("items").forEach(unit -> numbers.add(unit.get("number").asString()));
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, 60)
                        .mapToObj(n -> "2幢1单元" + n + "室")
                        .toList());

        var first = as("owner").get(API + "/units?limit=1").json().get("items").get(0);
        var unit = as("owner").get(API + "/units/" + first.get("id").asString()).json();
        assertThat(unit).isEqualTo(first);
        assertThat(unit.get("areaDm2").asLong()).isEqualTo(8_001);
    }

    @Test
    void showsTheCommitteeHoldersWithMaskedPhonesAndNotesWhoLooked() {
        long before = readings();
        var answer = as("chair").get(API + "/roll?limit=200");
        var first = answer.json().get("items").get(0);
        assertThat(first.get("unit").get("number").asString()).isEqualTo("2幢1单元1室");
        assertThat(first.get("holders").get(0).get("name").asString()).isEqualTo("业主1");
        assertThat(first.get("holders").get(0).get("phone").asString()).isEqualTo("138****0001");
        assertThat(first.get("holders").get(0).get("share").asString()).isEqualTo("1/1");
        assertThat(answer.text()).doesNotContain("SECRET").doesNotContain("13800000001");
        assertThat(readings()).isEqualTo(before + 1);
    }

    @Test
    void keepsPhonesAndDocumentsUnreadableInTheDatabase() {
        inEstate(
                estate,
                () -> assertThat(jdbc.sql("select row_to_json(p)::text from person p")
                                .query(String.class)
                                .list())
                        .hasSize(120)
                        // As many digits as hex of ciphertext does not have by chance.
                        .allSatisfy(
                                row -> assertThat(row).doesNotContain("SECRET").doesNotContain("1380000")));
    }

    @Test
    void showsVersionsWithTheirFigures() {
        var versions = as("chair").get(API + "/roll/versions").json().get("items");
        assertThat(versions).hasSize(1);
        var version = as("chair").get(API + "/roll/versions/1").json();
        assertThat(version).isEqualTo(versions.get(0));
        assertThat(version.get("owners").asInt()).isEqualTo(120);
        assertThat(version.get("totalAreaDm2").asLong()).isEqualTo(120 * 8_000 + 120 * 121 / 2);
        assertThat(version.get("fingerprint").asString()).matches("[0-9a-f]{64}");
        assertThat(as("chair").get(API + "/roll/versions/2").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roll", "/roll/versions", "/roll/versions/1"})
    void keepsTheRollFromThoseWithoutTheRole(String path) {
        assertThat(as("owner").get(API + path).status()).isEqualTo(403);
        assertThat(as("stranger").get(API + path).status()).isEqualTo(403);
        assertThat(http().get(API + path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roll", "/units", "/buildings"})
    void asksTheDatabaseTheSameForAShortPageAndALongOne(String path) {
        as("chair").get(API + path);
        long few = StatementCount.of(() -> as("chair").get(API + path + "?limit=1"));
        long many = StatementCount.of(() -> as("chair").get(API + path + "?limit=120"));
        assertThat(many).isEqualTo(few).isBetween(1L, 3L);
    }

    @Test
    void forgetsAMemberWhoIsRemoved() {
        Members.admit(http(), ESTATE, "leaver", Role.RESIDENT);
        assertThat(as("leaver").get(API + "/me").json().get("roles").get(0).asString())
                .isEqualTo("RESIDENT");
        var gone = http().as(serviceToken()).delete("/internal/estates/" + ESTATE + "/members/leaver");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(as("leaver").get(API + "/me").status()).isEqualTo(403);
        Members.admit(http(), ESTATE, "leaver", Role.RESIDENT, Role.OWNER);
        Members.admit(http(), ESTATE, "leaver", Role.RESIDENT, Role.OWNER);
        assertThat(as("leaver").get(API + "/me").json().get("roles")).hasSize(2);
        inEstate(
                estate,
                () -> assertThat(jdbc.sql("select state from member_event where subject = 'leaver' order by id")
                                .query(String.class)
                                .list())
                        .containsExactly("ACTIVE", "REMOVED", "ACTIVE"));
    }

    private Http as(String subject) {
        return http().as(tokenOf(subject, ESTATE));
    }

    private long readings() {
        var count = new long[1];
        inEstate(
                estate,
                () -> count[0] = jdbc.sql(
                                "select count(*) from audit_event where act = 'roll.read' and actor = 'chair'")
                        .query(Long.class)
                        .single());
        return count[0];
    }
}
