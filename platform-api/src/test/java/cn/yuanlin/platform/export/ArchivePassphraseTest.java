package cn.yuanlin.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.EstateState;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ArchivePassphraseTest extends PlatformTest {
    private final UUID id = UUID.randomUUID();
    private final String slug = "sealed-" + id.toString().substring(24);

    @Autowired
    private EstateKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEstateWithACommittee() throws SQLException {
        var estate = register(id, slug, "封存小区");
        keys.make(id);
        activate(estate);
        Members.admit(http(), id, "chair", Role.COMMITTEE);
        for (var role : Set.of(Role.PROPERTY, Role.AUDITOR, Role.OWNER))
            Members.admit(http(), id, "member-" + role, role);
    }

    @Test
    void isTheSameForTheWholeCommitteeAndEachReadingLeavesARow() {
        assertThat(isTaken()).isFalse();
        var first = read("chair");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(first.json().path("passphrase").asString()).matches("([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}");
        Members.admit(http(), id, "vice-chair", Role.COMMITTEE);
        assertThat(read("vice-chair").json().path("passphrase"))
                .isEqualTo(first.json().path("passphrase"));
        inEstate(
                registry.byId(id).orElseThrow(),
                () -> assertThat(jdbc.sql(
                                        "select actor from audit_event where act = 'archive-passphrase.read' order by at")
                                .query(String.class)
                                .list())
                        .containsExactly("chair", "vice-chair"));
    }

    @Test
    void eachReadingTellsOfThoseBeforeItWhoeverDidThem() {
        var first = read("chair").json();
        assertThat(first.path("earlierReadings").asInt()).isZero();
        assertThat(first.path("firstReadAt").isNull()).isTrue();

        var second = read("chair").json();
        assertThat(second.path("earlierReadings").asInt()).isEqualTo(1);
        var firstReadAt = second.path("firstReadAt").asString();
        assertThat(Instant.parse(firstReadAt)).isBetween(Instant.now().minusSeconds(60), Instant.now());
        Members.admit(http(), id, "vice-chair", Role.COMMITTEE);
        var third = read("vice-chair").json();
        assertThat(third.path("earlierReadings").asInt()).isEqualTo(2);
        assertThat(third.path("firstReadAt").asString()).isEqualTo(firstReadAt);
    }

    @Test
    void isTakenOnceSomebodySaysSoAndNotByReading() {
        assertThat(take("chair").status()).as("before there is one").isEqualTo(404);
        assertThat(http().as(TestIssuer.tokenOf("chair", id))
                        .send("HEAD", path(), null)
                        .status())
                .isEqualTo(200);
        assertThat(read("chair").json().path("takenAt").isNull()).isTrue();
        assertThat(isTaken()).isFalse();

        assertThat(take("chair").status()).isEqualTo(204);
        assertThat(isTaken()).isTrue();
        var takenAt = read("chair").json().path("takenAt").asString();
        assertThat(takenAt).isNotEmpty();
        assertThat(take("chair").status()).isEqualTo(204);
        assertThat(read("chair").json().path("takenAt").asString()).isEqualTo(takenAt);
        inEstate(
                registry.byId(id).orElseThrow(),
                () -> assertThat(jdbc.sql("select actor from audit_event where act = 'archive-passphrase.taken'")
                                .query(String.class)
                                .list())
                        .containsExactly("chair", "chair"));
    }

    @Test
    void nobodyElseReadsOrTakesIt() {
        for (var role : Set.of(Role.PROPERTY, Role.AUDITOR, Role.OWNER)) {
            assertThat(read("member-" + role).status()).as(role.name()).isEqualTo(403);
            assertThat(take("member-" + role).status()).as(role.name()).isEqualTo(403);
        }
        assertThat(http().as(TestIssuer.serviceToken()).get(path()).status()).isEqualTo(403);
        assertThat(isTaken()).isFalse();
    }

    @Test
    void anExportMakesItAndDoesNotTakeIt() {
        http().as(TestIssuer.serviceToken()).post("/internal/estates/" + id + "/export", null);
        assertThat(isTaken()).isFalse();
    }

    @Test
    void isReadAndTakenWhileTheEstateIsSuspendedAndNotOnceItIsClosed() {
        registry.moveTo(EstateState.SUSPENDED, id, Set.of(EstateState.ACTIVE));
        assertThat(read("chair").status()).isEqualTo(200);
        assertThat(take("chair").status()).isEqualTo(204);
        registry.moveTo(EstateState.ARCHIVED, id, Set.of(EstateState.SUSPENDED));
        assertThat(read("chair").status()).isEqualTo(404);
        assertThat(take("chair").status()).isEqualTo(404);
    }

    @Test
    void isKeptUnreadable() throws SQLException {
        var passphrase = read("chair").json().path("passphrase").asString();
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery("select encode(cipher, 'escape') from e_"
                        + id.toString().substring(24) + ".archive_passphrase")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isNotEmpty().doesNotContain(passphrase.substring(0, 4));
        }
    }

    @Test
    void noTwoAreAlike() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> Passphrase.random())).doesNotHaveDuplicates();
    }

    private boolean isTaken() {
        return http().as(TestIssuer.serviceToken())
                .get("/internal/estates/" + id)
                .json()
                .path("archivePassphraseTaken")
                .asBoolean();
    }

    private Http.Answer read(String subject) {
        return http().as(TestIssuer.tokenOf(subject, id)).get(path());
    }

    private Http.Answer take(String subject) {
        return http().as(TestIssuer.tokenOf(subject, id)).put(path() + "/taken", null);
    }

    private String path() {
        return "/api/estates/" + slug + "/archive-passphrase";
    }
}
