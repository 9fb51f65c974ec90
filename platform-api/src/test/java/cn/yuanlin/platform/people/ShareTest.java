package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @Test
    void readsFractionsAndPercents() {
        assertThat(Share.parse("2/4")).isEqualTo(new Share(1, 2));
        assertThat(Share.parse("50%")).isEqualTo(new Share(1, 2));
        assertThat(Share.parse("33.3333%")).isEqualTo(new Share(333_333, 1_000_000));
        assertThat(Share.parse("100％")).isEqualTo(Share.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1", "3/2", "1/0", "0%", "100.0001%", "half", "1/2000000", "-1/2"})
    void refusesWhatIsNoShare(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }

    @Test
    void addsThirdsExactly() {
        var third = new Share(1, 3);
        assertThat(Share.exceedWhole(List.of(third, third, third))).isFalse();
        assertThat(Share.exceedWhole(List.of(third, third, third, new Share(1, 1_000_000))))
                .isTrue();
    }
}
