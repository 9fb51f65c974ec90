package cn.yuanlin.platform.events;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.util.Objects;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events of the estate that is bound. */
@Component
public class EstateEvents {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OutboxDrain drain;

    EstateEvents(JdbcClient jdbc, JsonMapper json, OutboxDrain drain) {
        this.jdbc = jdbc;
        this.json = json;
        this.drain = drain;
    }

    /**
     * Writes the event in the caller's transaction: it is delivered if that commits, and was never there if not. Transactions of one
     * estate that overlap have no order among them.
     *
     * @param event a record that carries {@link EstateEvent}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Record event) {
        jdbc.sql("insert into cell.outbox (type, payload) values (?, ?::jsonb)")
                .params(typeOf(event.getClass()), json.writeValueAsString(event))
                .update();
        var estate = CurrentEstate.get();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                drain.wake(estate.schema());
            }
        });
    }

    static String typeOf(Class<?> event) {
        var mark = AnnotationUtils.findAnnotation(event, EstateEvent.class);
        return Objects.requireNonNull(mark, () -> event + " is not an @EstateEvent")
                .value();
    }
}
