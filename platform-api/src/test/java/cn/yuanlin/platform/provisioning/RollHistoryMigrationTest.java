package cn.yuanlin.platform.provisioning;

import static cn.yuanlin.platform.testing.TestIssuer.serviceToken;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An estate that was imported by the release before the roll had a history. */
class RollHistoryMigrationTest extends PlatformTest {
    private static final String IMPORTED = """
            insert into building (name, sort_key, floors) values ('1', '1', 6);
            insert into unit (building_id, room, sort_key, area_dm2, use, area_source, state)
            select id, '10' || n, '1//10' || n, 8000 + n, 'HOUSE', 'REGISTER', 'SOLD' from building, generate_series(1, 2) n;
            insert into person (identity_hash, kind, name) values (sha256('a'), 'PERSON', '甲');
            insert into holding (unit_id, person_id, share_numerator, share_denominator, nominated)
            select u.id, p.id, 1, 1, false from unit u, person p;
            insert into roll_version (version, frozen_at, units, owners, total_area_dm2, fingerprint)
            values (1, now(), 2, 1, 16003, sha256(''));
            insert into roll_event (at, kind, by_whom, reason, version)
            values ('2025-03-31T16:30:00Z', 'IMPORTED', '小区上线', '小区上线工作簿', 1);
            """;

    @Autowired
    private EstateKeys keys;

    private Estate estate;

    @BeforeEach
    void anEstateOfTheReleaseBefore() throws Exception {
        var id = UUID.randomUUID();
        var registered = register(id, "older-roll-" + id.toString().substring(24), "旧名册");
        keys.make(id);
        var made = activate(registered);
        OlderSchema.remakeBefore(made, "030-roll-event-widened");
        estate = registry.byId(id).orElseThrow();
        asSuperuser(IMPORTED);
        Members.admit(http(), id, "chair", Role.COMMITTEE, Role.OWNER);
    }

    @Test
    void isReadAsBeforeAndAsksForPatienceForWhatIsNew() {
        var roll = chair().get(api("/roll"));
        assertThat(roll.status()).as(roll.text()).isEqualTo(200);
        assertThat(roll.json().get("items")).hasSize(2);
        assertThat(roll.json()
                        .get("items")
                        .get(0)
                        .get("holders")
                        .get(0)
                        .get("representative")
                        .isNull())
                .isTrue();
        assertThat(chair().get(api("/roll/versions/1")).status()).isEqualTo(200);
        for (var path : new String[] {"/roll/figures", "/roll?asOf=2025-06-01", "/roll/objections"})
            assertThat(chair().get(api(path)).json().get("type").asString())
                    .as(path)
                    .isEqualTo("/problems/estate-upgrading");
        assertThat(chair().post(api("/roll/versions"), Map.of("reason", "冻结")).status())
                .isEqualTo(503);
        assertThat(chair().post(api("/roll/export"), Map.of("reason", "核对")).status())
                .isEqualTo(409);
    }

    @Test
    void beginsItsHistoryOnTheDayOfItsImportWhereItStands() throws SQLException {
        var answer = http().as(serviceToken()).put("/internal/estates/" + estate.id() + "/schema-version", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        // Half past midnight in Shanghai.
        assertThat(number(estate, "select count(*) from ownership where valid_from = '2025-04-01'"))
                .isEqualTo(2);
        assertThat(number(estate, "select count(*) from unit_record where valid_from = '2025-04-01'"))
                .isEqualTo(2);
        assertThat(number(estate, "select count(*) from person_record where valid_from = '2025-04-01' and name = '甲'"))
                .isOne();
        assertThat(number(estate, "select count(*) from roll_event where effective_on = '2025-04-01'"))
                .isOne();
        var then = chair().get(api("/roll?asOf=2025-04-01")).json().get("items");
        assertThat(then).hasSize(2);
        assertThat(then.get(0).get("holders").get(0).get("name").asString()).isEqualTo("甲");
        assertThat(chair().get(api("/roll?asOf=2025-03-31")).json().get("since").asString())
                .isEqualTo("2025-04-01");
        assertThat(chair().post(api("/roll/versions"), Map.of("reason", "冻结")).status())
                .isEqualTo(201);
    }

    private Http chair() {
        return http().as(tokenOf("chair", estate.id()));
    }

    private String api(String path) {
        return "/api/estates/" + estate.slug() + path;
    }

    private void asSuperuser(String script) throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = " + estate.schema());
            statement.execute(script);
        }
    }

    private static long number(Estate estate, String sql) throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = " + estate.schema());
            try (var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
