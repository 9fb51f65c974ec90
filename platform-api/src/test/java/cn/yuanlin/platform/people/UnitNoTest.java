package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNoTest {
    private static final UnitNo DOOR = new UnitNo("3", "2", "502");

    @ParameterizedTest
    @ValueSource(
            strings = {"3幢2单元502室", "3-2-502", "3幢2单元502", "3号楼2单元502室", " ３ 幢 ２ 单元 ５０２ 室", "03-02-502", "3—2—502"})
    void readsADoorHoweverResidentsWriteIt(String text) {
        assertThat(UnitNo.parse(text)).isEqualTo(DOOR);
    }

    @Test
    void readsADoorWithoutAnEntrance() {
        assertThat(UnitNo.parse("3幢502室")).isEqualTo(new UnitNo("3", null, "502"));
        assertThat(UnitNo.parse("3-502")).isEqualTo(new UnitNo("3", null, "502"));
    }

    @Test
    void readsRoomsWithLetters() {
        assertThat(UnitNo.parse("3-2-502a")).isEqualTo(new UnitNo("3", "2", "502A"));
        assertThat(UnitNo.parse("A幢商铺1号")).isEqualTo(new UnitNo("A", null, "商铺1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "502", "3-2-5-502", "3幢2单元", "3--502", "3-2-502;drop", "12345678901-1"})
    void refusesWhatIsNoDoor(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> UnitNo.parse(text));
    }

    @Test
    void writesWhatItReads() {
        for (var text : List.of("3幢2单元502室", "12幢502A室")) {
            assertThat(UnitNo.parse(text)).hasToString(text);
            assertThat(UnitNo.parse(UnitNo.parse(text).dashed())).hasToString(text);
        }
    }

    @Test
    void sortsAsPeopleCount() {
        var counted = List.of("2-1-101", "2-1-102", "2-1-102A", "2-1-1001", "2-2-101", "2-10-101", "10-1-101");
        assertThat(counted.stream().map(UnitNo::parse).map(UnitNo::sortKey)).isSorted();
    }

    @Test
    void keepsARoomsLeadingZero() {
        assertThat(UnitNo.parse("3-2-0502").sortKey()).isNotEqualTo(DOOR.sortKey());
    }

    @Test
    void readsBuildingsLikeThoseOfDoors() {
        assertThat(List.of("3幢", "03", "３号楼", "3栋"))
                .allMatch(text -> UnitNo.parseBuilding(text).equals("3"));
    }
}
