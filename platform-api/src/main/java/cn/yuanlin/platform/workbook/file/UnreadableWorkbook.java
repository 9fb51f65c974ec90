package cn.yuanlin.platform.workbook.file;

/**
 * Carries a {@link Refusal} out of nested parsers to the one place that turns it into an answer. Checked, so that no caller
 * forgets that files come from outside.
 */
public final class UnreadableWorkbook extends Exception {
    private final transient Refusal refusal;

    public UnreadableWorkbook(Refusal refusal) {
        // No stack trace: refusing a file is no fault, and a flood of hostile files should cost little.
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    UnreadableWorkbook(Refusal.Code code) {
        this(code.refusal());
    }

    public Refusal refusal() {
        return refusal;
    }
}
