package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a message to a role reaches by their ties: the same people whom the ties give that role. */
class AudienceTest extends MembershipTest {
    @Autowired
    private TieRoles roles;

    @Test
    void reachesWhoHasTheRoleToday() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var resident = personWithPhoneOf(room);
        bind(resident, room, "业主" + room, null, "OWNER");
        assertThat(holders(Role.OWNER)).contains(owner).doesNotContain(resident);
        assertThat(holders(Role.RESIDENT)).contains(resident).doesNotContain(owner);
        assertThat(holders(Role.OWNER, Role.RESIDENT)).contains(owner, resident);
        assertThat(holders(Role.COMMITTEE)).isEmpty();
        sell(room);
        assertThat(holders(Role.OWNER, Role.RESIDENT)).doesNotContain(owner, resident);
    }

    @Test
    void walksThroughThemInOrderEachOnce() {
        var owner = ownerOf(freshRoom());
        var second = freshRoom();
        bind(owner, second, "业主" + second, null, "OWNER");
        as(CHAIR)
                .post(
                        API + "/binding-requests/" + bindingOf(owner) + "/decision",
                        Map.of("accepted", true, "reason", "核对过房产证"));
        ownerOf(freshRoom());
        var all = holders(Role.OWNER);
        assertThat(all).doesNotHaveDuplicates().contains(owner);
        assertThat(slice(null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(slice(all.getFirst(), 500)).isEqualTo(all.subList(1, all.size()));
    }

    private List<String> holders(Role... wanted) {
        return ask(() -> roles.holders(Set.of(wanted), null, 500));
    }

    private List<String> slice(@Nullable String after, int limit) {
        return ask(() -> roles.holders(Set.of(Role.OWNER), after, limit));
    }
}
