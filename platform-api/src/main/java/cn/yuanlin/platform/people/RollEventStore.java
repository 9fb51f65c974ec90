package cn.yuanlin.platform.people;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed the roll, and why. */
@Component
class RollEventStore {
    private final JdbcClient jdbc;

    RollEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever writes the roll comes one after the other; readers don't wait. */
    void lockRoll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' #roll', 0))")
                .query(row -> {});
    }

    /** Whether this estate's schema keeps a history yet: estates are brought up in waves. */
    boolean hasHistory() {
        // The last of what it takes.
        return jdbc.sql("select to_regclass('person_record') is not null")
                .query(Boolean.class)
                .single();
    }

    UUID insert(RollEvent event) {
        return jdbc.sql("""
                insert into roll_event (at, kind, effective_on, by_whom, by_subject, reason, evidence, version)
                values (?, ?, ?, ?, ?, ?, ?::uuid, ?::int) returning id
                """)
                .param(Timestamp.from(event.at()))
                .param(event.kind().name())
                .param(event.effectiveOn())
                .param(event.byWhom())
                .param(event.bySubject())
                .param(event.reason())
                .param(event.evidence() == null ? null : event.evidence().toString())
                .param(event.version())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    /** What the roll of now results from; empty if there is no roll. */
    Optional<UUID> newest() {
        return jdbc.sql("select id from roll_event where kind <> 'FROZEN' order by id desc limit 1")
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The first day of which the roll is known; empty if there is no roll. */
    Optional<LocalDate> firstDay() {
        return jdbc.sql("select min(effective_on) from roll_event having min(effective_on) is not null")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }
}
