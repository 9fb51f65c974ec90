package cn.yuanlin.platform.events;

import cn.yuanlin.platform.tenancy.Estate;
import org.springframework.stereotype.Component;

/** What others may ask of an estate's events. */
@Component
public class Outbox {
    private final OutboxStore store;

    Outbox(OutboxStore store) {
        this.store = store;
    }

    /** Events not done yet, the parked ones among them. */
    public long pending(Estate estate) {
        return store.pending(estate.schema());
    }
}
