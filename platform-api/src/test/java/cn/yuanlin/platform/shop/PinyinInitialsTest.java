package cn.yuanlin.platform.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinInitialsTest {
    @Test
    void takesTheFirstLettersOfEachSign() {
        assertThat(PinyinInitials.of("花生")).isEqualTo("hs");
        assertThat(PinyinInitials.of("葵花籽")).isEqualTo("khz");
    }

    @Test
    void keepsEveryReadingOfASignThatHasSeveral() {
        assertThat(PinyinInitials.of("重庆小面").split(" ")).contains("cqxm", "zqxm");
        assertThat(PinyinInitials.of("长粒香大米").split(" ")).contains("clxdm");
    }

    @Test
    void keepsLettersAndDigitsAndDropsTheRest() {
        assertThat(PinyinInitials.of("iPhone 16 数据线（1米）")).isEqualTo("iphone16sjx1m");
    }

    @Test
    void boundsTheReadingsOfALongName() {
        assertThat(PinyinInitials.of("重重重重重重重重重重").split(" ")).hasSize(PinyinInitials.MOST_READINGS);
    }
}
