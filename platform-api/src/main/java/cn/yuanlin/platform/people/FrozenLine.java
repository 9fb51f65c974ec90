package cn.yuanlin.platform.people;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit as a frozen version has it: {@link RollLine#canonical()} read back.
 *
 * @param areaDm2 exclusive area in dm² (0.01 m²)
 */
record FrozenLine(long areaDm2, UnitUse use, UnitState state, List<Holder> holders) {
    private static final int FIXED = 5;

    /**
     * @param identity keyed hash in hex
     * @param representative the same of who acts for the holder
     */
    record Holder(
            String identity,
            String share,
            boolean nominated,
            @Nullable String representative) {
        static Holder parse(String text) {
            var acting = text.split(">", 2);
            var own = acting[0].split(":", 2);
            var nominated = own[1].endsWith("*");
            var share = nominated ? own[1].substring(0, own[1].length() - 1) : own[1];
            return new Holder(own[0], share, nominated, acting.length == 2 ? acting[1] : null);
        }

        Stream<String> identities() {
            return representative == null ? Stream.of(identity) : Stream.of(identity, representative);
        }
    }

    static FrozenLine parse(String line) {
        var parts = line.split("\t", -1);
        return new FrozenLine(
                Long.parseLong(parts[1]),
                UnitUse.valueOf(parts[2]),
                UnitState.valueOf(parts[4]),
                Arrays.stream(parts).skip(FIXED).map(Holder::parse).toList());
    }
}
