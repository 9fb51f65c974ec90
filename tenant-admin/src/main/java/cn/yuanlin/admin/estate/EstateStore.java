package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.cell.Health;
import cn.yuanlin.admin.office.City;
import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.shared.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EstateStore {
    private static final String SELECT = """
            select e.*, c.name as community_name, c.city, s.id as street_id, s.name as street_name,
                   coalesce(cell.health, 'UNKNOWN') as health, r.id as run_id, r.state as run_state,
                   a.state as archive_state, a.attempts as archive_attempts, a.detail as archive_detail, a.fetched_at
            from control.estate e
            join control.office c on c.id = e.community_id
            join control.office s on s.id = c.parent_id
            left join control.cell cell on cell.code = e.cell
            left join control.archive a on a.estate_id = e.id
            left join lateral (select id, state from control.onboarding_run
                               where estate_id = e.id order by id desc limit 1) r on true
            """;

    private final JdbcClient jdbc;

    EstateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Estate> find(UUID id) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query(EstateStore::read)
                .optional();
    }

    /** Newest first. */
    List<Estate> list(Area area, EstateQuery query, PageQuery page) {
        return jdbc.sql(SELECT + """
                                where (:everywhere or e.community_id = any(:offices))
                                  and (cast(:state as text) is null or e.state = :state)
                                  and (cast(:office as uuid) is null or :office in (e.community_id, c.parent_id))
                                  and (cast(:q as text) is null or strpos(e.name, :q) > 0 or strpos(e.slug, lower(:q)) > 0)
                                  and (cast(:after as uuid) is null or e.id < :after)
                                order by e.id desc limit :limit
                                """)
                .param("everywhere", area.everywhere())
                .param("offices", area.officeArray())
                .param("state", query.state() == null ? null : query.state().name())
                .param("office", query.office())
                .param(
                        "q",
                        query.q() == null || query.q().isBlank()
                                ? null
                                : query.q().strip())
                .param("after", page.positionId())
                .param("limit", page.fetch())
                .query(EstateStore::read)
                .list();
    }

    /** Of these, the estates that there are, by name; what everybody may know of them. As many as a token can name. */
    List<MyEstatesController.MyEstate> named(Set<UUID> ids) {
        return jdbc.sql("""
                        select e.id, e.slug, e.name, c.name as community, e.state
                        from control.estate e join control.office c on c.id = e.community_id
                        where e.id = any(:ids) order by e.name, e.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new MyEstatesController.MyEstate(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("community"),
                        EstateState.valueOf(row.getString("state"))))
                .list();
    }

    void insert(UUID id, String slug, String name, String address, UUID community, String source, Instant now) {
        jdbc.sql("""
                        insert into control.estate (id, slug, name, initials, address, community_id, source, created_at)
                        values (:id, :slug, :name, :initials, :address, :community, :source, :now)
                        """)
                .param("id", id)
                .param("slug", slug)
                .param("name", name)
                .param("initials", PinyinInitials.of(name))
                .param("address", address)
                .param("community", community)
                .param("source", source)
                .param("now", at(now))
                .update();
    }

    /** One conditional step and its trace in one statement. @return false if the estate was not in {@code from} */
    boolean move(UUID id, EstateState from, EstateState to, @Nullable String reason, Instant now) {
        return jdbc.sql("""
                                with moved as (
                                    update control.estate set state = :to, state_reason = :reason,
                                        verified_at = case when :to = 'VERIFIED' then :now else verified_at end,
                                        activated_at = case when :to = 'ACTIVE' then coalesce(activated_at, :now) else activated_at end,
                                        suspended_at = case :to when 'SUSPENDED' then :now when 'ACTIVE' then null else suspended_at end,
                                        deleted_at = case when :to = 'DELETED' then :now else deleted_at end
                                    where id = :id and state = :from
                                    returning id)
                                insert into control.estate_event (id, estate_id, from_state, to_state, at, reason)
                                select uuidv7(), id, :from, :to, :now, :reason from moved
                                """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** The last step of archiving; apart from {@link #move} because the grace period comes with it. */
    void grace(UUID id, Instant archivedAt, Instant deleteAfter) {
        jdbc.sql("update control.estate set archived_at = :archived, delete_after = :after where id = :id")
                .param("id", id)
                .param("archived", at(archivedAt))
                .param("after", at(deleteAfter))
                .update();
    }

    /** Until the transaction ends nobody else changes the row; rows that refer to it may still be added. */
    void lock(UUID id) {
        jdbc.sql("select id from control.estate where id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<String> lockCell(UUID id) {
        return jdbc
                .sql("select cell from control.estate where id = :id for update")
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .flatMap(cell -> Optional.ofNullable(cell).stream())
                .findFirst();
    }

    void setCell(UUID id, @Nullable String cell) {
        jdbc.sql("update control.estate set cell = :cell where id = :id")
                .param("id", id)
                .param("cell", cell)
                .update();
    }

    void setSchemaVersion(UUID id, @Nullable Integer version) {
        jdbc.sql("update control.estate set schema_version = :version where id = :id")
                .param("id", id)
                .param("version", version)
                .update();
    }

    void setHouseholds(UUID id, @Nullable Integer households) {
        jdbc.sql("update control.estate set households = :households where id = :id")
                .param("id", id)
                .param("households", households)
                .update();
    }

    String schemaName(UUID id) {
        return jdbc.sql("select schema_name from control.estate where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Estates of the community, or of the street's communities, that a cell knows. */
    List<UUID> placedBelow(UUID office) {
        return jdbc.sql("""
                        select e.id from control.estate e join control.office c on c.id = e.community_id
                        where :office in (c.id, c.parent_id) and e.cell is not null and e.state <> 'DELETED' order by e.id
                        """).param("office", office).query(UUID.class).list();
    }

    boolean beingArchived(UUID id) {
        return jdbc.sql("select exists (select from control.archive where estate_id = :id and state = 'EXPORTING')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes archiving back where its export failed at least once and nobody works on it just now: an export that can't
     * be finished must not keep an estate shut for ever.
     *
     * @return false if it is still to be tried, or being tried
     */
    boolean withdrawStuckArchive(UUID id) {
        return jdbc.sql("""
                                delete from control.archive where estate_id = (
                                    select estate_id from control.archive
                                    where estate_id = :id and state = 'EXPORTING' and attempts > 0 for update skip locked)
                                """).param("id", id).update() == 1;
    }

    /** Serialises the public form per community, so that its bounds hold under a burst. */
    void lockApplications(UUID community) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('application:' || :community, 0))::text")
                .param("community", community.toString())
                .query(String.class)
                .single();
    }

    int openApplications(UUID community) {
        return jdbc.sql("""
                        select count(*) from control.estate
                        where community_id = :community and state = 'APPLIED' and source = 'COMMITTEE'
                        """).param("community", community).query(Integer.class).single();
    }

    boolean applied(UUID community, String name) {
        return jdbc.sql("""
                        select exists (select from control.estate
                        where community_id = :community and name = :name and state not in ('REJECTED', 'DELETED'))
                        """)
                .param("community", community)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private static Estate read(ResultSet row, int number) throws SQLException {
        var run = row.getObject("run_id", UUID.class);
        return new Estate(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("address"),
                new Estate.Place(row.getObject("community_id", UUID.class), row.getString("community_name")),
                new Estate.Place(row.getObject("street_id", UUID.class), row.getString("street_name")),
                City.valueOf(row.getString("city")),
                EstateState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                row.getString("cell"),
                row.getObject("schema_version", Integer.class),
                row.getObject("households", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "activated_at"),
                instant(row, "suspended_at"),
                instant(row, "archived_at"),
                instant(row, "delete_after"),
                Health.valueOf(row.getString("health")),
                run == null ? null : new Estate.LatestRun(run, row.getString("run_state")),
                archive(row));
    }

    private static Estate.@Nullable ArchiveProgress archive(ResultSet row) throws SQLException {
        var state = row.getString("archive_state");
        return state == null
                ? null
                : new Estate.ArchiveProgress(
                        state,
                        row.getInt("archive_attempts"),
                        row.getString("archive_detail"),
                        instant(row, "fetched_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
