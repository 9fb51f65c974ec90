package cn.yuanlin.admin.cell;

/** The cell, or the way to it, did not answer; the same call may well succeed in a moment. */
public class CellUnavailable extends RuntimeException {
    public CellUnavailable(String cell, Throwable cause) {
        super("cell " + cell + " does not answer: " + cause.getClass().getSimpleName(), cause);
    }

    public CellUnavailable(String cell, String why) {
        super("cell " + cell + ": " + why);
    }
}
