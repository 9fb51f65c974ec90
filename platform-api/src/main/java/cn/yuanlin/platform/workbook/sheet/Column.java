package cn.yuanlin.platform.workbook.sheet;

/**
 * One column of a sheet, or one line of a sheet of fields. Compared by identity.
 *
 * @param <T> what its cells are read as
 */
public final class Column<T> {
    private final String heading;
    private final Kind<T> kind;
    private final boolean required;
    private final boolean later;
    private final int width;
    private final String comment;
    private final String example;

    private Column(
            String heading, Kind<T> kind, boolean required, boolean later, int width, String comment, String example) {
        this.heading = heading;
        this.kind = kind;
        this.required = required;
        this.later = later;
        this.width = width;
        this.comment = comment;
        this.example = example;
    }

    static <T> Column<T> required(String heading, Kind<T> kind, int width, String comment, String example) {
        return new Column<>(heading, kind, true, false, width, comment, example);
    }

    static <T> Column<T> optional(String heading, Kind<T> kind, int width, String comment, String example) {
        return new Column<>(heading, kind, false, false, width, comment, example);
    }

    /** An optional column that workbooks filled in on an older template don't have. */
    static <T> Column<T> later(String heading, Kind<T> kind, int width, String comment) {
        return new Column<>(heading, kind, false, true, width, comment, "");
    }

    public String heading() {
        return heading;
    }

    public Kind<T> kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether a sheet may come without it. */
    public boolean mayBeMissing() {
        return later;
    }

    /** In characters of Latin text. */
    public int width() {
        return width;
    }

    /** Shown when the pointer rests on the heading. */
    public String comment() {
        return comment;
    }

    /** What the example row shows; may be empty. */
    public String example() {
        return example;
    }
}
