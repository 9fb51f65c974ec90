package cn.yuanlin.platform.message;

import cn.yuanlin.platform.events.EstateEventListener;
import cn.yuanlin.platform.events.EstateEvents;
import cn.yuanlin.platform.tasks.EstateTasks;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other features call. */
@Component
public class Messages {
    private final BroadcastStore store;
    private final EstateEvents events;
    private final EstateTasks tasks;
    private final Clock clock;

    Messages(BroadcastStore store, EstateEvents events, EstateTasks tasks, Clock clock) {
        this.store = store;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Tells people of the estate that is bound, in the caller's transaction: if that commits they will hear of it, if not they never do.
     * Everybody hears of one cause once; the same again for the same audience changes nothing.
     *
     * @param values for the template's places; without personal data
     * @throws IllegalArgumentException if a place has no value or the text becomes too long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Cause cause, Audience audience, Template template, Map<String, ?> values) {
        store.insert(cause, audience, Wording.of(template, values), clock.instant())
                .ifPresent(id -> events.publish(new BroadcastTold(id)));
    }

    /** The order is committed by itself; given twice, it is one. */
    @EstateEventListener
    void on(BroadcastTold told) {
        tasks.order(BroadcastTask.NAME, told.broadcast(), clock.instant());
    }
}
