package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {
    @ParameterizedTest
    @CsvSource({
        "3幢, 2单元, 502室, 3幢2单元502室",
        "3, 2, 502, 3幢2单元502室",
        "３号楼, 2门, 502号, 3幢2单元502室",
        "03, 02, 0502, 3幢2单元0502室",
        "3,, 502a, 3幢502A室",
        "3, ' ', 502, 3幢502室"
    })
    void readsTheThreePartsAsPeopleFillThemIn(
            String building, @Nullable String entrance, String room, String expected) {
        assertThat(Door.of(Door.parse(building, entrance, room)).number()).isEqualTo(expected);
    }

    @Test
    void refusesWhatNamesNoDoor() {
        assertThatThrownBy(() -> Door.parse("3", null, "幢/502")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Door.parse("", null, "502")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Door.parse("3", "2", "1-502")).isInstanceOf(IllegalArgumentException.class);
    }
}
