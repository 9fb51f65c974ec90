package cn.yuanlin.platform.ledger;

import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.events.Delivery;
import cn.yuanlin.platform.events.EstateEvents;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.workbook.OpeningBalancesDeclared;
import cn.yuanlin.platform.workbook.OpeningBalancesDeclared.Opening;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OpeningEntryTest extends PlatformTest {
    private static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000f0000001");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final OpeningBalancesDeclared DECLARED = new OpeningBalancesDeclared(
            UUID.fromString("01990000-0000-7000-8000-00000000bb01"),
            List.of(
                    new Opening("SHOP", "活期存款", 1_234_567, NEW_YEAR, "对账单1号"),
                    new Opening("SHOP", "备用金", 50_000, NEW_YEAR.plusDays(1), ""),
                    new Opening("MAINTENANCE", "专户", 800_000_000_00L, NEW_YEAR, "")));

    @Autowired
    private EstateEvents events;

    @Autowired
    private OpeningEntry opening;

    @Autowired
    private LedgerCheck check;

    private Estate estate;
    private Http member;

    @BeforeEach
    void anEstateWithAMember() throws SQLException {
        estate = registry.bySlug("opening").orElse(null);
        if (estate == null) estate = activate(register(ESTATE, "opening", "期初"));
        Members.admit(http(), ESTATE, "opening-owner", Role.OWNER);
        member = http().as(tokenOf("opening-owner", ESTATE));
    }

    @Test
    void postsWhatAnEstateDeclaresOnceThroughTheOutbox() {
        inEstate(estate, () -> events.publish(DECLARED));
        Awaitility.await().untilAsserted(() -> assertThat(balance("SHOP")).isEqualTo(1_284_567));
        assertThat(balance("MAINTENANCE")).isEqualTo(80_000_000_000L);
        assertThat(balance("CHARITY")).isZero();
        inEstate(estate, () -> assertThat(check.differences()).isZero());

        var entries = member.get(
                        "/api/estates/opening/funds/" + fund("SHOP").get("id").asString() + "/entries")
                .json();
        assertThat(entries.get("items")).hasSize(1);
        var entry = entries.get("items").get(0);
        assertThat(entry.get("bookedOn").asString()).isEqualTo("2026-01-02");
        assertThat(entry.get("postings")).hasSize(5);
        assertThat(entry.get("postings").get(0).get("note").asString()).isEqualTo("活期存款，截至2026-01-01，对账单1号");
    }

    @Test
    void postsAnEventThatIsDeliveredTwiceOnce() throws SQLException {
        var id = UUID.fromString("01990000-0000-7000-8000-0000f0000002");
        var again = activate(register(id, "opening-twice", "期初二"));
        var delivery = new Delivery(UUID.fromString("01990000-0000-7000-8000-00000000ee01"), Instant.EPOCH);
        inEstate(again, () -> opening.open(DECLARED, delivery));
        inEstate(again, () -> opening.open(DECLARED, delivery));
        Members.admit(http(), id, "opening-owner", Role.OWNER);
        var funds = http().as(tokenOf("opening-owner", id))
                .get("/api/estates/opening-twice/funds")
                .json();
        assertThat(funds.get("items").get(0).get("balanceFen").asLong()).isEqualTo(1_284_567);
    }

    @Test
    void answersNotFoundForAFundOfAnotherEstate() {
        var path = "/api/estates/opening/funds/%s/entries".formatted(UUID.randomUUID());
        assertThat(member.get(path).status()).isEqualTo(404);
    }

    private long balance(String kind) {
        return fund(kind).get("balanceFen").asLong();
    }

    private JsonNode fund(String kind) {
        for (var fund : member.get("/api/estates/opening/funds").json().get("items"))
            if (fund.get("kind").asString().equals(kind)) return fund;
        throw new AssertionError("no fund " + kind);
    }
}
