package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Members;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegistrationTest extends MembershipTest {
    @Test
    void aUnitCountsOnceHoweverManyAreBoundToIt() {
        var before = figures();
        var room = freshRoom();
        ownerOf(room);
        bind(personWithPhoneOf(room), room, "业主" + room, lastSixOf(room), "OWNER");
        var after = figures();
        assertThat(grown(before, after, "registered")).isEqualTo(1);
        assertThat(grown(before, after, "people")).isEqualTo(2);
        assertThat(grown(before, after, "units")).isZero();
        assertThat(building(after).path("registered").asLong()
                        - building(before).path("registered").asLong())
                .isEqualTo(1);
    }

    @Test
    void whoNoLongerHoldsTheUnitCountsNoMore() {
        var room = freshRoom();
        ownerOf(room);
        var before = figures();
        sell(room);
        assertThat(grown(before, figures(), "registered")).isEqualTo(-1);
        assertThat(grown(before, figures(), "people")).isEqualTo(-1);
    }

    @Test
    void whoCameInTheLastThirtyDaysIsActive() {
        var before = figures();
        var owner = ownerOf(freshRoom());
        assertThat(grown(before, figures(), "active")).isEqualTo(1);
        cameDaysAgo(owner, 29);
        assertThat(grown(before, figures(), "active")).isEqualTo(1);
        cameDaysAgo(owner, 30);
        assertThat(grown(before, figures(), "active")).isZero();
    }

    @Test
    void aDayIsNotedOncePerPerson() {
        var owner = ownerOf(freshRoom());
        rolesOf(owner);
        rolesOf(owner);
        assertThat(ask(() -> jdbc.sql("select count(*) from last_seen where subject = ?")
                        .param(owner)
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void isForTheCommitteeAndItsAuditor() {
        Members.admit(http(), ESTATE, "belonging-counting", Role.AUDITOR);
        Members.admit(http(), ESTATE, "belonging-manager", Role.PROPERTY);
        assertThat(as("belonging-counting").get(API + "/registration").status()).isEqualTo(200);
        for (var other : new String[] {ownerOf(freshRoom()), "belonging-manager"})
            assertThat(as(other).get(API + "/registration").status()).isEqualTo(403);
    }

    private JsonNode figures() {
        return as(CHAIR).get(API + "/registration").json();
    }

    private static long grown(JsonNode before, JsonNode after, String figure) {
        return after.path(figure).asLong() - before.path(figure).asLong();
    }

    private static JsonNode building(JsonNode figures) {
        return figures.path("buildings")
                .valueStream()
                .filter(building -> building.path("building").asString().equals("3"))
                .findFirst()
                .orElseThrow();
    }

    private void cameDaysAgo(String person, int days) {
        inEstate(estate(), () -> jdbc.sql("""
                update last_seen
                set day = (select (current_timestamp at time zone 'Asia/Shanghai')::date) - ?::int where subject = ?
                """).params(days, person).update());
    }
}
