package cn.yuanlin.admin.cell;

/** The cell understood and said no; asking again changes nothing. */
public class CellRefused extends RuntimeException {
    private final int status;
    private final String detail;

    CellRefused(String cell, int status, String detail) {
        super("cell " + cell + " refused with " + status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** The cell's own words, in Chinese, without personal data. */
    public String detail() {
        return detail;
    }
}
