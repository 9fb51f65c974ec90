package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Owners see what a version says of their unit before they object to it, and nobody else's. */
class UnitEntryTest extends MembershipTest {
    private final String room = freshRoom();

    @Test
    void showsItsOwnersWhatTheVersionSaysOfTheUnit() {
        var owner = ownerOf(room);
        var entry = entry(owner, room, frozen());
        assertThat(entry.status()).as(entry.text()).isEqualTo(200);
        assertThat(entry.json().path("areaDm2").asLong()).isPositive();
        assertThat(entry.json().path("state").asString()).isEqualTo("SOLD");
        var holder = entry.json().path("holders").path(0);
        assertThat(holder.path("name").asString()).isEqualTo("业主" + room);
        assertThat(holder.path("share").asString()).isEqualTo("1/1");
    }

    @Test
    void showsItToNobodyElse() {
        var version = frozen();
        assertThat(entry(ownerOf(freshRoom()), room, version).status()).isEqualTo(404);
        assertThat(entry(ownerOf(room), room, version + 1_000).status()).isEqualTo(404);
        var resident = personWithPhoneOf(freshRoom());
        bind(resident, room, "家人", null, "FAMILY");
        assertThat(entry(resident, room, version).status()).isEqualTo(403);
        assertThat(entry(CHAIR, room, version).status()).isEqualTo(403);
    }

    private int frozen() {
        return as(CHAIR)
                .post(API + "/roll/versions", Map.of("reason", "公示"))
                .json()
                .path("version")
                .asInt();
    }

    private Http.Answer entry(String person, String ofRoom, int version) {
        return as(person).get(API + "/me/units/" + unit(ofRoom) + "/roll-versions/" + version);
    }
}
