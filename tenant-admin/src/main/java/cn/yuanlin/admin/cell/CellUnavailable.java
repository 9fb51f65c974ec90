package cn.yuanlin.admin.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cell, or the way to it, did not answer; the same call may well succeed in a moment. */
public class CellUnavailable extends RuntimeException {
    private final @Nullable String detail;
    private final boolean failed;

    public CellUnavailable(String cell, Throwable cause) {
        super("cell " + cell + " does not answer: " + cause.getClass().getSimpleName(), cause);
        detail = null;
        failed = false;
    }

    public CellUnavailable(String cell, String why) {
        super("cell " + cell + ": " + why);
        detail = null;
        failed = false;
    }

    CellUnavailable(String cell, int status, String detail) {
        super("cell " + cell + ": it answered " + status);
        this.detail = status == 409 ? detail : null;
        failed = status == 500;
    }

    /** Why it asks to be called again later, in its own words; empty if it is rather away or broken. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** The cell is there, and failed at what it was asked for; somebody may have to look into it. */
    public boolean failed() {
        return failed;
    }
}
