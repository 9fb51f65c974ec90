package cn.yuanlin.platform.media.file;

/** The file is not taken; nothing of it was kept. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1;
    private final Refusal refusal;

    RefusedFile(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
