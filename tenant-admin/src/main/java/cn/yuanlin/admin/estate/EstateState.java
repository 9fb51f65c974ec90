package cn.yuanlin.admin.estate;

import java.util.Set;

/** Where an estate stands in its life. The database holds the same transitions and refuses all others. */
public enum EstateState {
    /** Asked for, by a clerk's entry or a committee's form; holds nothing yet, not even its slug. */
    APPLIED,
    /** The community vouches for it; a workbook may be uploaded. */
    VERIFIED,
    /** An onboarding run is under way, or has failed and waits for a decision. */
    PROVISIONING,
    ACTIVE,
    /** Readable, not writable. */
    SUSPENDED,
    /** Exported and shut; schema and key go after the grace period, by somebody's hand. */
    ARCHIVED,
    REJECTED,
    DELETED;

    public boolean mayBecome(EstateState next) {
        return successors().contains(next);
    }

    private Set<EstateState> successors() {
        return switch (this) {
            case APPLIED -> Set.of(VERIFIED, REJECTED);
            case VERIFIED -> Set.of(PROVISIONING, REJECTED);
            case PROVISIONING -> Set.of(ACTIVE, VERIFIED);
            case ACTIVE -> Set.of(SUSPENDED);
            case SUSPENDED -> Set.of(ACTIVE, ARCHIVED);
            case ARCHIVED -> Set.of(DELETED);
            case REJECTED, DELETED -> Set.of();
        };
    }

    /** As a clerk says it. */
    public String words() {
        return switch (this) {
            case APPLIED -> "待核实";
            case VERIFIED -> "已核实";
            case PROVISIONING -> "开通中";
            case ACTIVE -> "运行中";
            case SUSPENDED -> "已暂停";
            case ARCHIVED -> "已归档";
            case REJECTED -> "已驳回";
            case DELETED -> "已删除";
        };
    }
}
