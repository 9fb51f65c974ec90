package cn.yuanlin.platform.profile;

import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileTest extends PlatformTest {
    private static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000ab000001");

    @Autowired
    private ProfileImport profile;

    @Test
    void tellsEverybodyTheNameAndMembersTheProfile() throws SQLException {
        var estate = activate(register(ESTATE, "profile", "简介"));
        Members.admit(http(), ESTATE, "resident", Role.RESIDENT);
        var member = http().as(tokenOf("resident", ESTATE));
        assertThat(member.get("/api/estates/profile/profile").status()).isEqualTo(404);

        inEstate(estate, () -> profile.put(new ProfileRow("简介", "春华路1号", 2008, null, "安居物业", "0574-0000000")));
        var read = member.get("/api/estates/profile/profile").json();
        assertThat(read.get("address").asString()).isEqualTo("春华路1号");
        assertThat(read.get("completedIn").asInt()).isEqualTo(2008);
        assertThat(read.get("developer").isNull()).isTrue();

        var card = http().get("/api/estates/profile").json();
        assertThat(card.get("name").asString()).isEqualTo("简介");
        assertThat(card.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(http().get("/api/estates/profile/profile").status()).isEqualTo(401);
    }
}
