package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001234",
                " 13800001234 ",
                "+8613800001234",
                "86 13800001234",
                "138-0000-1234",
                "138 0000 1234"
            })
    void readsEveryWayOfWritingIt(String text) {
        assertThat(Phone.parse(text)).isEqualTo(new Phone("13800001234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1380000123", "138000012345", "12800001234", "+85298001234", "138000o1234", "１３８００００１２３４"})
    void refusesWhatIsNoMobileNumber(String text) {
        assertThatThrownBy(() -> Phone.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsItselfMasked() {
        assertThat(new Phone("13800001234")).hasToString("138****1234");
    }
}
