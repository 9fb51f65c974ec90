package cn.yuanlin.platform.audit;

import java.util.Arrays;
import java.util.List;

/** What an act is about, for who looks for one. What none of them names is {@link #OTHER}, so nothing noted is ever out of sight. */
public enum AuditKind {
    ALL,
    /** The roll, or the whole estate, was taken out. */
    EXPORT("roll.export", "estate.exported"),
    /** Somebody looked at what is kept of persons. */
    READING("roll.read", "roll.read-history", "person.disclosed", "evidence.read"),
    ROLL("roll.change", "roll.import", "roll.preview", "roll.freeze", "roll.put-up", "roll.answer-objection"),
    MEMBER("binding.decided", "membership.revoked"),
    OFFICE("term.opened", "appointment.made", "appointment.resigned", "staff.appointed", "staff.ended"),
    OTHER;

    private final List<String> acts;

    AuditKind(String... acts) {
        this.acts = List.of(acts);
    }

    List<String> acts() {
        return this == OTHER
                ? Arrays.stream(values()).flatMap(kind -> kind.acts.stream()).toList()
                : acts.isEmpty() ? List.of("") : acts;
    }

    String condition() {
        return switch (this) {
            case ALL -> "";
            case OTHER -> "and act not in (:acts)";
            case EXPORT, READING, ROLL, MEMBER, OFFICE -> "and act in (:acts)";
        };
    }
}
