package cn.yuanlin.admin.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cell, or the way to it, did not answer; the same call may well succeed in a moment. */
public class CellUnavailable extends RuntimeException {
    private final @Nullable String detail;

    public CellUnavailable(String cell, Throwable cause) {
        super("cell " + cell + " does not answer: " + cause.getClass().getSimpleName(), cause);
        detail = null;
    }

    public CellUnavailable(String cell, String why) {
        this(cell, why, null);
    }

    CellUnavailable(String cell, String why, @Nullable String detail) {
        super("cell " + cell + ": " + why);
        this.detail = detail;
    }

    /** Why it asks to be called again later, in its own words; empty if it is rather away or broken. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }
}
