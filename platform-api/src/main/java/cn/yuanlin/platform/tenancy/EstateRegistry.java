package cn.yuanlin.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which estates live in this cell. Answers from memory for a few seconds, so a change made elsewhere shows after that. */
@Component
public class EstateRegistry {
    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 63;

    private final CellRole registrar;
    private final ApplicationEventPublisher events;
    private final Cache<String, Estate> bySlug =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(MEMORY).build();
    /** Slugs nobody has, kept apart so that a client making them up can't push real estates out. */
    private final Cache<String, Boolean> unknownSlugs =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(MEMORY).build();

    EstateRegistry(@Qualifier("registrar") CellRole registrar, ApplicationEventPublisher events) {
        this.registrar = registrar;
        this.events = events;
    }

    /** The estate with the slug in an address; never ask with anything but what the client sent. */
    public Optional<Estate> bySlug(String slug) {
        if (slug.length() > LONGEST_SLUG || !SLUG.matcher(slug).matches()) return Optional.empty();
        var known = bySlug.getIfPresent(slug);
        if (known != null) return Optional.of(known);
        if (unknownSlugs.getIfPresent(slug) != null) return Optional.empty();
        var found = find("slug", slug);
        found.ifPresentOrElse(estate -> bySlug.put(slug, estate), () -> unknownSlugs.put(slug, true));
        return found;
    }

    /** The estate as the registry has it now, not from memory. */
    public Optional<Estate> byId(UUID id) {
        return find("id", id);
    }

    /** The estate as the registry has it now, not from memory. */
    public Optional<Estate> bySchema(String schema) {
        return find("schema_name", schema);
    }

    /** Estates that live here, whatever their state. */
    public long count() {
        return registrar.call(jdbc ->
                jdbc.sql("select count(*) from estate").query(Long.class).single());
    }

    /** Estates whose requests are answered. */
    public long countOpen() {
        return registrar.call(jdbc -> jdbc.sql("select count(*) from estate where state in ('ACTIVE', 'SUSPENDED')")
                .query(Long.class)
                .single());
    }

    /**
     * Enters an estate, or its new name, slug or place. The schema of one that is known never changes.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another estate of this cell has the slug or the schema
     */
    public Estate register(EstateRegistration estate) {
        var registered = registrar.call(jdbc ->
                jdbc.sql("""
                        insert into estate (id, slug, schema_name, name, city, community_id, community_name, street_id, street_name)
                        values (:id, :slug, :schema, :name, :city, :communityId, :communityName, :streetId, :streetName)
                        on conflict (id) do update set slug = excluded.slug, name = excluded.name, city = excluded.city,
                            community_id = excluded.community_id, community_name = excluded.community_name,
                            street_id = excluded.street_id, street_name = excluded.street_name
                        returning *
                        """).paramSource(estate).query(EstateRegistry::estate).single());
        forget();
        return registered;
    }

    /** Moves an estate to another state if it is in one of those given; the answer is the estate as it then is. */
    public Optional<Estate> moveTo(EstateState state, UUID id, Set<EstateState> from) {
        var moved = registrar.call(jdbc -> {
            var changed = jdbc.sql("update estate set state = :state where id = :id and state in (:from)")
                    .param("state", state.name())
                    .param("id", id)
                    .param("from", from.stream().map(Enum::name).toList())
                    .update();
            if (changed == 1 && state == EstateState.ACTIVE) events.publishEvent(new EstateOpened(id));
            return jdbc.sql("select * from estate where id = ?")
                    .param(id)
                    .query(EstateRegistry::estate)
                    .optional();
        });
        forget();
        return moved;
    }

    /** Makes this process look again. Call after a change to the registry. */
    public void forget() {
        bySlug.invalidateAll();
        unknownSlugs.invalidateAll();
    }

    private Optional<Estate> find(String column, Object value) {
        return registrar.call(jdbc -> jdbc.sql("select * from estate where " + column + " = ?")
                .param(value)
                .query(EstateRegistry::estate)
                .optional());
    }

    static Estate estate(ResultSet row, int number) throws SQLException {
        return new Estate(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("schema_name"),
                row.getString("name"),
                row.getString("city"),
                row.getObject("community_id", UUID.class),
                row.getString("community_name"),
                row.getObject("street_id", UUID.class),
                row.getString("street_name"),
                EstateState.valueOf(row.getString("state")),
                row.getObject("schema_version", Integer.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
