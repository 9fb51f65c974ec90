package cn.yuanlin.platform.people;

/** Why a unit gets other holders. */
enum ChangeKind {
    TRANSFER,
    CORRECTION,
    DEATH,
    COURT;

    RollEventKind event() {
        return switch (this) {
            case TRANSFER -> RollEventKind.TRANSFER;
            case CORRECTION -> RollEventKind.CORRECTION;
            case DEATH -> RollEventKind.DEATH;
            case COURT -> RollEventKind.COURT;
        };
    }
}
