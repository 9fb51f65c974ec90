package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ties and their history, in the caller's transaction. */
@Component
class MembershipStore {
    private static final String COLUMNS = """
            select id, subject, name, relation, state, rights, awaits_decision, door, door_key, unit_id, person_id, until, asked_at
            from membership
            """;

    private static final int MOST_OF_A_HOUSEHOLD = 100;

    private final JdbcClient jdbc;

    MembershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two calls that change one person's ties come one after the other; none runs beside {@link #lockAll}. */
    void lock(String subject) {
        jdbc.sql("""
                        select pg_advisory_xact_lock_shared(hashtextextended(current_schema() || ' memberships', 0)),
                               pg_advisory_xact_lock(hashtextextended(current_schema() || ' membership ' || ?, 0))
                        """).param(subject).query(row -> {});
    }

    /** Waits until nobody's ties are being changed, and lets nobody's be changed before the commit: one lock, however many ties there are. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' memberships', 0))")
                .query(row -> {});
    }

    Optional<Membership> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(MembershipStore::membership)
                .optional();
    }

    /** The tie that waits or stands; there is at most one of a person to a door. */
    Optional<Membership> live(String subject, @Nullable Door door) {
        return jdbc.sql(COLUMNS + """
                where subject = ? and coalesce(door_key, '') = ? and state in ('PENDING', 'VERIFIED')
                """)
                .params(subject, door == null ? "" : door.key())
                .query(MembershipStore::membership)
                .optional();
    }

    /** All of a person's that wait or stand. */
    List<Membership> live(String subject) {
        return jdbc.sql(COLUMNS + " where subject = ? and state in ('PENDING', 'VERIFIED') order by id")
                .param(subject)
                .query(MembershipStore::membership)
                .list();
    }

    /** Or acts for who does. */
    boolean holds(UUID person, UUID unit) {
        return jdbc.sql("select exists (select from holding where unit_id = ? and ? in (person_id, representative_id))")
                .params(unit, person)
                .query(Boolean.class)
                .single();
    }

    /** Whether no unit is the account's as anybody else of the roll. */
    boolean ownsOnlyAs(String subject, UUID person) {
        return jdbc.sql("""
                select not exists (select from membership where subject = ? and state = 'VERIFIED' and rights = 'OWNER'
                                   and person_id <> ?)
                """).params(subject, person).query(Boolean.class).single();
    }

    int askedSince(String subject, Instant since) {
        return jdbc.sql("select count(*) from membership where subject = ? and relation <> 'GUEST' and asked_at > ?")
                .params(subject, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** @return null if that door is not on the roll */
    @Nullable
    UUID unitAt(Door door) {
        return jdbc.sql("select id from unit where sort_key = ?")
                .param(door.key())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** The door of a unit of the roll, by the roll's key. */
    Optional<String> keyOf(UUID unit) {
        return jdbc.sql("select sort_key from unit where id = ?")
                .param(unit)
                .query(String.class)
                .optional();
    }

    /** Inserts the tie, or writes what can change of one that is there. */
    void save(Membership tie) {
        var standing = tie.standing();
        jdbc.sql("""
                insert into membership (id, subject, name, relation, state, rights, awaits_decision, door, door_key,
                    unit_id, person_id, until, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, relation = excluded.relation, state = excluded.state,
                    rights = excluded.rights, awaits_decision = excluded.awaits_decision, unit_id = excluded.unit_id,
                    person_id = excluded.person_id, until = excluded.until
                """)
                .param(tie.id())
                .param(tie.subject())
                .param(tie.name())
                .param(tie.relation().name())
                .param(standing.state().name())
                .param(standing.rights() == null ? null : standing.rights().name())
                .param(standing.awaitsDecision())
                .param(tie.door() == null ? null : tie.door().number())
                .param(tie.door() == null ? null : tie.door().key())
                .param(tie.unit())
                .param(tie.person())
                .param(tie.until())
                .param(Timestamp.from(tie.askedAt()))
                .update();
    }

    UUID newId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** What happened to a tie. */
    enum Act {
        ASKED,
        ACCEPTED,
        REFUSED,
        INVITED,
        JOINED,
        REVOKED,
        LEFT
    }

    void record(Membership tie, Act act, String byWhom, @Nullable String reason, Instant at) {
        var standing = tie.standing();
        jdbc.sql("""
                insert into membership_event (membership_id, at, act, by_whom, relation, state, rights, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(tie.id())
                .param(Timestamp.from(at))
                .param(act.name())
                .param(byWhom)
                .param(tie.relation().name())
                .param(standing.state().name())
                .param(standing.rights() == null ? null : standing.rights().name())
                .param(reason)
                .update();
    }

    int evidenceOf(UUID id) {
        return jdbc.sql("select count(*) from membership_evidence where membership_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void addEvidence(UUID id, UUID media, Instant at) {
        jdbc.sql("""
                insert into membership_evidence (membership_id, media_id, at) values (?, ?, ?)
                on conflict (membership_id, media_id) do nothing
                """).params(id, media, Timestamp.from(at)).update();
    }

    /** As whom of the roll the person is an owner, or acts for one. */
    List<UUID> provenAs(String subject) {
        return jdbc.sql("""
                select distinct m.person_id from membership m
                where m.subject = ? and m.state = 'VERIFIED' and m.rights = 'OWNER'
                  and exists (select from holding h
                              where h.unit_id = m.unit_id and m.person_id in (h.person_id, h.representative_id))
                order by m.person_id
                """).param(subject).query(UUID.class).list();
    }

    /** All requests of a person that files were handed in with. */
    List<UUID> withEvidence(String subject) {
        return jdbc.sql("""
                select m.id from membership m
                where m.subject = ? and exists (select from membership_evidence e where e.membership_id = m.id)
                """).param(subject).query(UUID.class).list();
    }

    /** When the last word about a tie was spoken; empty while one is awaited. */
    Optional<Instant> settledAt(UUID id) {
        return jdbc.sql("""
                select max(e.at) from membership m join membership_event e on e.membership_id = m.id
                where m.id = ? and not m.awaits_decision and e.act in ('ACCEPTED', 'REFUSED', 'REVOKED', 'LEFT')
                having max(e.at) is not null
                """)
                .param(id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Takes the person's name off all their ties, ended ones too. */
    void forgetName(String subject, String instead) {
        jdbc.sql("update membership set name = ? where subject = ?")
                .params(instead, subject)
                .update();
    }

    /** The unit's verified ties whose last day has not passed, one more than the page holds, if there is one. */
    List<Membership> ofUnit(UUID unit, LocalDate today, Keyset keyset) {
        return jdbc.sql(COLUMNS + """
                where unit_id = ? and state = 'VERIFIED' and (until is null or until >= ?) and id > ?
                order by id limit ?
                """)
                .param(unit)
                .param(today)
                .param(keyset.isFirstPage() ? new UUID(0, 0) : keyset.uuid(0))
                .param(keyset.limit() + 1)
                .query(MembershipStore::membership)
                .list();
    }

    /** Accounts but this one with a tie to the unit that stands today: a household, so few. */
    Set<String> accountsOf(UUID unit, String but, LocalDate today) {
        return jdbc.sql("select m.subject from membership m where m.unit_id = :unit and m.subject <> :but and "
                        + TieRoles.STANDS + " order by m.id limit :most")
                .param("unit", unit)
                .param("but", but)
                .param("today", today)
                .param("most", MOST_OF_A_HOUSEHOLD)
                .query(String.class)
                .set();
    }

    static Membership membership(ResultSet row, int number) throws SQLException {
        var rights = row.getString("rights");
        var door = row.getString("door");
        return new Membership(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("name"),
                Relation.valueOf(row.getString("relation")),
                new Standing(
                        Standing.State.valueOf(row.getString("state")),
                        rights == null ? null : Rights.valueOf(rights),
                        row.getBoolean("awaits_decision")),
                door == null ? null : new Door(door, row.getString("door_key")),
                row.getObject("unit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("until", LocalDate.class),
                row.getTimestamp("asked_at").toInstant());
    }
}
