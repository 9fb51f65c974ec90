package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.media.MediaOwner;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deeds and the like that were handed in with a request: for who handed them in, and for the committee, whose looks the person sees. */
@Component
class BindingEvidence implements MediaOwner {
    static final String TYPE = "binding";

    private static final String REASON = "审核绑定申请";

    private final MembershipStore store;
    private final DisclosureStore readings;
    private final AuditTrail audit;
    private final Clock clock;

    BindingEvidence(MembershipStore store, DisclosureStore readings, AuditTrail audit, Clock clock) {
        this.store = store;
        this.readings = readings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean showsOthersData(String record, Caller caller) {
        return decides(caller) && !isOwn(UUID.fromString(record), caller);
    }

    private boolean isOwn(UUID tie, Caller caller) {
        return store.find(tie)
                .filter(found -> found.subject().equals(caller.subject()))
                .isPresent();
    }

    @Override
    public boolean mayRead(String record, Caller caller) {
        var tie = UUID.fromString(record);
        boolean isOwn = isOwn(tie, caller);
        if (isOwn || !decides(caller)) return isOwn;
        readings.insertEvidence(tie, caller, REASON, clock.instant());
        audit.note(caller.subject(), "evidence.read", "membership", tie, Map.of());
        return true;
    }

    /** Who is of the property company decides nobody's membership, whatever else they are. */
    static boolean decides(Caller caller) {
        return caller.roles().contains(Role.COMMITTEE) && !caller.roles().contains(Role.PROPERTY);
    }
}
