package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.media.MediaOwner;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deeds, judgments and the like that the roll was changed on: for who reads a unit's past, and each look is on record. */
@Component
class RollEvidence implements MediaOwner {
    static final String TYPE = "roll-event";

    private final AuditTrail audit;

    RollEvidence(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean showsOthersData(String record, Caller caller) {
        return maySee(caller);
    }

    @Override
    public boolean mayRead(String record, Caller caller) {
        if (!maySee(caller)) return false;
        audit.note(caller.subject(), "evidence.read", "roll_event", UUID.fromString(record), Map.of());
        return true;
    }

    private static boolean maySee(Caller caller) {
        var roles = caller.roles();
        boolean ofCommittee = roles.contains(Role.COMMITTEE) && !roles.contains(Role.PROPERTY);
        return ofCommittee || roles.contains(Role.AUDITOR);
    }
}
