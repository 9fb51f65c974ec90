package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {
    /** The example of GB 11643 itself. */
    private static final String EXAMPLE = "11010519491231002X";

    @Test
    void readsTheDayOfBirth() {
        assertThat(ResidentId.birth(EXAMPLE)).contains(LocalDate.of(1949, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491231002x", "1101051949123100", "", "01010519491231002X"})
    void refusesWhatIsNone(String number) {
        assertThat(ResidentId.birth(number)).isEmpty();
    }

    @Test
    void endsMinorityOnTheEighteenthBirthday() {
        var birth = LocalDate.of(2008, 11, 22);
        assertThat(ResidentId.isMinor(birth, LocalDate.of(2026, 11, 21))).isTrue();
        assertThat(ResidentId.isMinor(birth, LocalDate.of(2026, 11, 22))).isFalse();
    }
}
