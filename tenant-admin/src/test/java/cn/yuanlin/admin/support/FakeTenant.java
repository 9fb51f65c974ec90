package cn.yuanlin.admin.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the cell holds of one estate. */
public final class FakeTenant {
    /** Where a cell lets an estate come from. */
    static final Map<String, Set<String>> TURNS = Map.of(
            "ACTIVE", Set.of("PROVISIONED", "ACTIVE", "SUSPENDED"),
            "SUSPENDED", Set.of("ACTIVE", "SUSPENDED"),
            "ARCHIVED", Set.of("PROVISIONED", "ACTIVE", "SUSPENDED", "ARCHIVED"));

    final Map<UUID, Integer> staged = new HashMap<>();
    final Set<String> members = ConcurrentHashMap.newKeySet();
    final Instant registeredAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String schema = "";
    String slug = "";
    String community = "";
    String state = "STAGED";
    Integer schemaVersion;
    boolean passphraseTaken = true;
    boolean countable = true;
    boolean inUse;
    UUID imported;
    long directoryVersion;
    List<String> directory = List.of();

    public String community() {
        return community;
    }

    public String state() {
        return state;
    }

    /** Whatever was said before. */
    public void turn(String newState) {
        state = newState;
    }

    public Integer schemaVersion() {
        return schemaVersion;
    }

    /** Nobody of the committee has fetched what opens the archive. */
    public void leavePassphrase() {
        passphraseTaken = false;
    }

    /** A table is gone, or not yet there: the cell can't answer with figures. */
    public void loseTable() {
        countable = false;
    }

    /** Somebody holds a table that has to change, or no longer does. */
    public void useTable(boolean held) {
        inUse = held;
    }

    /** What was uploaded has been there for too long. */
    public void forgetUploads() {
        staged.clear();
    }

    public UUID imported() {
        return imported;
    }

    public Set<String> members() {
        return members;
    }

    public List<String> directory() {
        return directory;
    }
}
