package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvitationCodeTest {
    @Test
    void isReadAsItWasMeant() {
        assertThat(InvitationCode.typed(" abcde-fgh0i ")).isEqualTo(new InvitationCode("ABCDEFGH01"));
        assertThat(InvitationCode.typed("oOlLiIxyzz").text()).isEqualTo("001111XYZZ");
    }

    @Test
    void isLongAndNeverTheSame() {
        var codes = Stream.generate(InvitationCode::random).limit(1_000).collect(Collectors.toSet());
        assertThat(codes)
                .hasSize(1_000)
                .allSatisfy(code -> assertThat(code.text()).matches("[0-9A-HJKMNP-TV-Z]{10}"));
    }

    @Test
    void keepsItselfOutOfLogs() {
        assertThat(new InvitationCode("ABCDEFGH01").toString()).doesNotContain("ABC");
    }
}
