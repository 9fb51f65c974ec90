package cn.yuanlin.platform.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the dated history in step with what holds now; each statement for any number of units. */
@Component
class HistoryStore {
    /** Persons p whose name or phone is not what the history ends with. */
    private static final String UNRECORDED = """
            from person p where not exists (
                select from (select r.name, r.phone_hash from person_record r where r.person_id = p.id
                             order by r.valid_from desc, r.id desc limit 1) r
                where r.name = p.name and r.phone_hash is not distinct from p.phone_hash)
            """;

    private final JdbcClient jdbc;

    /** One holder of a unit. */
    record Held(
            UUID person,
            Share share,
            boolean nominated,
            @Nullable UUID representative) {}

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the history with all that is there. */
    void begin(LocalDate on, UUID event) {
        jdbc.sql("""
                insert into ownership (unit_id, person_id, share_numerator, share_denominator, nominated,
                    representative_id, valid_from, event_id)
                select unit_id, person_id, share_numerator, share_denominator, nominated, representative_id, ?, ?
                from holding
                """).param(on).param(event).update();
        jdbc.sql("""
                insert into unit_record (unit_id, area_dm2, use, area_source, state, valid_from, event_id)
                select id, area_dm2, use, area_source, state, ?, ? from unit
                """).param(on).param(event).update();
        recordPersons(on, event);
    }

    /** Ends what is held of the units and takes it out of what holds now. */
    void endHoldings(Collection<UUID> units, LocalDate on, UUID event) {
        jdbc.sql("""
                insert into ownership_end (ownership_id, valid_to, event_id)
                select o.id, ?, ? from ownership o
                where o.unit_id = any(?::uuid[])
                  and not exists (select from ownership_end e where e.ownership_id = o.id)
                """).param(on).param(event).param(ids(units)).update();
        jdbc.sql("delete from holding where unit_id = any(?::uuid[])")
                .param(ids(units))
                .update();
    }

    /** Who holds a unit now. */
    List<Held> held(UUID unit) {
        return jdbc.sql("""
                select person_id, share_numerator, share_denominator, nominated, representative_id
                from holding where unit_id = ?
                """)
                .param(unit)
                .query((row, n) -> new Held(
                        row.getObject("person_id", UUID.class),
                        new Share(row.getInt("share_numerator"), row.getInt("share_denominator")),
                        row.getBoolean("nominated"),
                        row.getObject("representative_id", UUID.class)))
                .list();
    }

    /** Makes these the holders of a unit that has none. */
    void hold(UUID unit, List<Held> holders) {
        jdbc.sql("""
                insert into holding
                    (unit_id, person_id, share_numerator, share_denominator, nominated, representative_id)
                select ?, r.* from unnest(?::uuid[], ?::int[], ?::int[], ?::boolean[], ?::uuid[]) r
                """)
                .param(unit)
                .param(holders.stream().map(held -> held.person().toString()).toArray(String[]::new))
                .param(holders.stream().map(held -> held.share().numerator()).toArray(Integer[]::new))
                .param(holders.stream().map(held -> held.share().denominator()).toArray(Integer[]::new))
                .param(holders.stream().map(Held::nominated).toArray(Boolean[]::new))
                .param(holders.stream()
                        .map(held -> held.representative() == null
                                ? null
                                : held.representative().toString())
                        .toArray(String[]::new))
                .update();
    }

    /** Enters what now is held of the units into the history. */
    void beginHoldings(Collection<UUID> units, LocalDate on, UUID event) {
        jdbc.sql("""
                insert into ownership (unit_id, person_id, share_numerator, share_denominator, nominated,
                    representative_id, valid_from, event_id)
                select unit_id, person_id, share_numerator, share_denominator, nominated, representative_id, ?, ?
                from holding where unit_id = any(?::uuid[])
                """).param(on).param(event).param(ids(units)).update();
    }

    /** Enters what the units now are into the history. */
    void recordUnits(Collection<UUID> units, LocalDate on, UUID event) {
        jdbc.sql("""
                insert into unit_record (unit_id, area_dm2, use, area_source, state, valid_from, event_id)
                select id, area_dm2, use, area_source, state, ?, ? from unit where id = any(?::uuid[])
                """).param(on).param(event).param(ids(units)).update();
    }

    /** Enters the names and phones that are not what the history has, or of whom it has none. */
    void recordPersons(LocalDate on, UUID event) {
        jdbc.sql("""
                insert into person_record (person_id, identity_hash, name, phone_cipher, phone_hash, valid_from, event_id)
                select p.id, p.identity_hash, p.name, p.phone_cipher, p.phone_hash, ?, ?
                """ + UNRECORDED).param(on).param(event).update();
    }

    /** The day of the last change of the units' holders or of what they are; empty if they have no history. */
    Optional<LocalDate> lastChange(Collection<UUID> units) {
        return jdbc.sql("""
                select max(day) from (
                    select valid_from from ownership where unit_id = any(:units::uuid[])
                    union all
                    select e.valid_to from ownership_end e join ownership o on o.id = e.ownership_id
                    where o.unit_id = any(:units::uuid[])
                    union all
                    select valid_from from unit_record where unit_id = any(:units::uuid[])) d (day)
                having max(day) is not null
                """)
                .param("units", ids(units))
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** How many units' holders or attributes, and how many persons, differ between the history and what holds now. */
    int differences() {
        return jdbc.sql("""
                with open_now as (
                    select unit_id, person_id, share_numerator, share_denominator, nominated, representative_id
                    from ownership o where not exists (select from ownership_end e where e.ownership_id = o.id)
                ), held_now as (
                    select unit_id, person_id, share_numerator, share_denominator, nominated, representative_id
                    from holding
                ), recorded as (
                    select distinct on (unit_id) unit_id, area_dm2, use, area_source, state
                    from unit_record order by unit_id, valid_from desc, id desc
                ), kept as (select id, area_dm2, use, area_source, state from unit)
                select (select count(*) from ((table open_now except all table held_now)
                                              union all (table held_now except all table open_now)) h)
                     + (select count(*) from ((table recorded except all table kept)
                                              union all (table kept except all table recorded)) u)
                     + (select count(*)
                """ + UNRECORDED + ")").query(Integer.class).single();
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
