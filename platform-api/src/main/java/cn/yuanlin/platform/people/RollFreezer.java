package cn.yuanlin.platform.people;

import java.time.Clock;
import java.util.HexFormat;
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

    RollVersion freeze(int version, String byWhom, String reason) {
        var counter = new RollFigures.Counter();
        var fingerprint = new RollFingerprint();
        @Nullable String after = null;
        int position = 1;
        do {
            var page = store.linesAfter(after, RollImport.LARGEST_BATCH);
            for (var line : page) {
                counter.add(line);
                fingerprint.add(line.canonical());
            }
            store.insertEntries(version, position, page);
            position += page.size();
            after = page.size() < RollImport.LARGEST_BATCH
                    ? null
                    : page.getLast().no().sortKey();
        } while (after != null);
        var frozen = new RollVersion(
                version, clock.instant(), counter.figures(), HexFormat.of().formatHex(fingerprint.finish()));
        store.insertVersion(frozen);
        store.insertEvent(frozen, "IMPORTED", byWhom, reason);
        return frozen;
    }
}
