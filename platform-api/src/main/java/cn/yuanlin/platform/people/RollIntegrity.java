package cn.yuanlin.platform.people;

import cn.yuanlin.platform.provisioning.SmokeCheck;
import cn.yuanlin.platform.shared.Keyset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proves that a frozen version is still what its fingerprint says. */
@Component
class RollIntegrity implements SmokeCheck {
    private final RollStore store;

    RollIntegrity(RollStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "业主名册完整";
    }

    @Override
    public Optional<String> complaint() {
        if (store.versions(new Keyset(1, List.of())).isEmpty()) return Optional.of("还没有业主名册");
        return newestIsIntact() ? Optional.empty() : Optional.of("业主名册与其指纹不符");
    }

    /** Whether the newest version's lines still give its fingerprint; true if nothing is frozen yet. */
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
