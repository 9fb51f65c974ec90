package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TiesTest {
    @Test
    void showsNobodyAnAccountsIdForAName() {
        assertThat(nameOf("甲")).isEqualTo("甲");
        assertThat(nameOf(" ")).isEqualTo("居民");
        assertThat(nameOf("subject")).isEqualTo("居民");
    }

    @Test
    void cutsANameThatIsTooLongBetweenTwoSigns() {
        assertThat(nameOf("𠮷".repeat(101))).isEqualTo("𠮷".repeat(100));
    }

    private static String nameOf(String name) {
        return Ties.nameOf(new Caller("subject", name, Set.of()));
    }
}
