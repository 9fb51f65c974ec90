package cn.yuanlin.admin.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinInitialsTest {
    @Test
    void takesEveryReading() {
        assertThat(PinyinInitials.of("迪赛缘园")).isEqualTo("dsyy");
        assertThat(PinyinInitials.of("重兴园").split(" ")).containsExactlyInAnyOrder("zxy", "cxy");
    }

    @Test
    void keepsLettersAndDigitsAndDropsOtherSigns() {
        assertThat(PinyinInitials.of("江南·B楼 2号")).isEqualTo("jnbl2h");
        assertThat(PinyinInitials.of("")).isEmpty();
    }

    @Test
    void isBoundedHoweverManyReadingsThereAre() {
        assertThat(PinyinInitials.of("重".repeat(40)).split(" ")).hasSize(PinyinInitials.MOST_READINGS);
    }
}
