package cn.yuanlin.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a frozen version says of one unit, for its owners: whoever asks has made sure of that. Works in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FrozenEntries {
    private final JdbcClient jdbc;

    FrozenEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit in a version.
     *
     * @param areaDm2 exclusive area in dm² (0.01 m²)
     */
    public record FrozenEntry(int version, long areaDm2, UnitUse use, UnitState state, List<FrozenHolder> holders) {}

    /**
     * Who holds it, as they are called now.
     *
     * @param share such as {@code 1/2}
     * @param nominated whether the holder votes for all who hold the unit
     * @param representative who acts for the holder
     */
    public record FrozenHolder(
            String name,
            String share,
            boolean nominated,
            @Nullable String representative) {}

    /** Empty if there is no such version, or the unit is not in it. */
    public Optional<FrozenEntry> of(int version, UUID unit) {
        return jdbc.sql("select line from roll_entry where version = ? and unit_id = ?")
                .param(version)
                .param(unit)
                .query(String.class)
                .optional()
                .map(FrozenLine::parse)
                .map(line -> entry(version, line));
    }

    private FrozenEntry entry(int version, FrozenLine line) {
        var names = names(line);
        return new FrozenEntry(
                version,
                line.areaDm2(),
                line.use(),
                line.state(),
                line.holders().stream().map(holder -> holder(holder, names)).toList());
    }

    private static FrozenHolder holder(FrozenLine.Holder holder, Map<String, String> names) {
        var representative = holder.representative();
        return new FrozenHolder(
                names.getOrDefault(holder.identity(), ""),
                holder.share(),
                holder.nominated(),
                representative == null ? null : names.get(representative));
    }

    private Map<String, String> names(FrozenLine line) {
        var names = new HashMap<String, String>();
        jdbc.sql("""
                select encode(identity_hash, 'hex') identity, name from person
                where identity_hash in (select decode(hex, 'hex') from unnest(?::text[]) hex)
                """)
                .param(line.holders().stream()
                        .flatMap(FrozenLine.Holder::identities)
                        .toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("identity"), row.getString("name"));
                });
        return names;
    }
}
