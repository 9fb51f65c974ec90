package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.shared.Area;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the fingerprint is taken over can be read back. */
class FrozenLineTest {
    private static final UUID ANYBODY = new UUID(0, 1);

    @Test
    void readsJointHoldersAndWhoActsForThem() {
        var line = new RollLine(
                ANYBODY,
                new UnitNo("3幢", "2单元", "502"),
                new Area(8_950),
                UnitUse.values()[0],
                AreaSource.values()[0],
                UnitState.SOLD,
                List.of(
                        new RollLine.Holder(ANYBODY, "0a", new Share(1, 2), true, null),
                        new RollLine.Holder(
                                ANYBODY, "0b", new Share(1, 2), false, new RollLine.Acting(ANYBODY, "0c"))));
        assertThat(FrozenLine.parse(line.canonical()))
                .isEqualTo(new FrozenLine(
                        8_950,
                        line.use(),
                        UnitState.SOLD,
                        List.of(
                                new FrozenLine.Holder("0a", "1/2", true, null),
                                new FrozenLine.Holder("0b", "1/2", false, "0c"))));
    }

    @Test
    void readsAUnitThatNobodyHolds() {
        var line = new RollLine(
                ANYBODY,
                new UnitNo("3幢", "2单元", "503"),
                new Area(100),
                UnitUse.values()[0],
                AreaSource.values()[0],
                UnitState.UNSOLD,
                List.of());
        assertThat(FrozenLine.parse(line.canonical()).holders()).isEmpty();
    }
}
