package cn.yuanlin.admin.audit;

import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.security.CurrentCaller;
import cn.yuanlin.admin.shared.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records acts in the caller's transaction, so that an act and its trace stand or fall together. Acts are named
 * {@code noun.verb}, e.g. {@code estate.suspend}. Details hold ids, counts and states, never a resident's data.
 */
@Component
public class AuditTrail {
    private final AuditStore store;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(AuditStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records an act of the request's caller; on PUBLIC endpoints and in jobs name the {@link Actor} instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String act, Subject subject, Map<String, ?> detail) {
        var actor = CurrentCaller.get()
                .map(Actor::of)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in: name the actor"));
        record(actor, act, subject, detail);
    }

    /** Records an act of somebody who need not be the request's caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String act, Subject subject, Map<String, ?> detail) {
        store.append(ids.next(), clock.instant().truncatedTo(ChronoUnit.MICROS), actor, act, subject, detail);
    }

    /** The latest events of an area, newest first. */
    public List<AuditEvent> recent(Area area, int most) {
        return store.page(area, AuditFilter.ALL, null, most);
    }
}
