package cn.yuanlin.platform.people;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the roll as it is now as a version that never changes; holds a page of it at a time. */
@Component
class RollFreezer {
    private final RollStore store;
    private final Clock clock;

    RollFreezer(RollStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Leaves no event: the caller knows why. */
    RollVersion freeze(int version) {
        var counter = new RollFigures.Counter();
        var fingerprint = new RollFingerprint();
        var position = new int[] {1};
        forEachPage(page -> {
            for (var line : page) {
                counter.add(line);
                fingerprint.add(line.canonical());
            }
            store.insertEntries(version, position[0], page);
            position[0] += page.size();
        });
        var frozen = new RollVersion(
                version, clock.instant(), counter.figures(), HexFormat.of().formatHex(fingerprint.finish()));
        store.insertVersion(frozen);
        return frozen;
    }

    /** The fingerprint a version would have that was frozen now, in hex. */
    String fingerprint() {
        var fingerprint = new RollFingerprint();
        forEachPage(page -> page.forEach(line -> fingerprint.add(line.canonical())));
        return HexFormat.of().formatHex(fingerprint.finish());
    }

    /** The roll as it is now, in the order of its units. */
    void forEachPage(Consumer<List<RollLine>> reader) {
        @Nullable String after = null;
        do {
            var page = store.linesAfter(after, RollImport.LARGEST_BATCH);
            reader.accept(page);
            after = page.size() < RollImport.LARGEST_BATCH
                    ? null
                    : page.getLast().no().sortKey();
        } while (after != null);
    }
}
