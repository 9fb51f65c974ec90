package cn.yuanlin.admin.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeNameTest {
    @Test
    void dropsTheBlanksThatClerksTypeAroundAndInside() {
        assertThat(OfficeName.parse("　春华社区\t").text()).isEqualTo("春华社区");
        assertThat(OfficeName.parse("集士港　 镇").text()).isEqualTo("集士港 镇");
    }

    @Test
    void hasTwoToFortyCharacters() {
        assertThat(OfficeName.parse("春华").text()).hasSize(2);
        assertThat(OfficeName.parse("𠮷".repeat(40)).text()).hasSize(80);
        for (var wrong : List.of("", " 春 ", "春".repeat(41))) {
            assertThatThrownBy(() -> OfficeName.parse(wrong)).hasMessage("名称应为2到40个字");
        }
    }
}
