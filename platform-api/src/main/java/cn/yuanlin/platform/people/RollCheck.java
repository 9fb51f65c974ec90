package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Keyset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proves that a frozen version is still what its fingerprint says. */
@Component
class RollCheck {
    private final RollStore store;

    RollCheck(RollStore store) {
        this.store = store;
    }

    /** Whether the newest version's lines still give its fingerprint; true if nothing is frozen yet. */
    @Transactional(readOnly = true)
    boolean newestIsIntact() {
        return store.versions(new Keyset(1, List.of())).stream()
                .limit(1)
                .allMatch(version -> fingerprint(version.version()).equals(version.fingerprint()));
    }

    private String fingerprint(int version) {
        var fingerprint = new RollFingerprint();
        int position = 0;
        List<String> lines;
        do {
            lines = store.frozenLines(version, position, RollImport.LARGEST_BATCH);
            lines.forEach(fingerprint::add);
            position += lines.size();
        } while (lines.size() == RollImport.LARGEST_BATCH);
        return HexFormat.of().formatHex(fingerprint.finish());
    }
}
