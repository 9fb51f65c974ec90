package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the roll has of one person, for that person: whoever asks has made sure who that is. Works in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwnEntries {
    private final JdbcClient jdbc;
    private final Holders holders;

    OwnEntries(JdbcClient jdbc, Holders holders) {
        this.jdbc = jdbc;
        this.holders = holders;
    }

    /**
     * A person as the roll has them.
     *
     * @param units what they hold now, and what they act for others in
     */
    public record OwnEntry(
            String name, @Nullable String phone, @Nullable String idNumber, List<OwnUnit> units) {
        /** Names nobody: records end up in logs. */
        @Override
        public String toString() {
            return "OwnEntry[]";
        }
    }

    /**
     * A unit of theirs.
     *
     * @param areaDm2 exclusive area in dm² (0.01 m²)
     * @param share such as {@code 1/2}
     * @param nominated whether the holder votes for all who hold the unit
     * @param representative who acts for the holder
     */
    public record OwnUnit(
            String number,
            long areaDm2,
            String holder,
            String share,
            boolean nominated,
            @Nullable String representative) {}

    /** In plain text. Empty if there is no such person. */
    public List<OwnEntry> of(UUID person, EstateSecrets keys) {
        return jdbc
                .sql("select name from person where id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(name -> new OwnEntry(
                        name,
                        holders.reveal(person, Holders.Field.PHONE, keys).orElse(null),
                        holders.reveal(person, Holders.Field.ID_NUMBER, keys).orElse(null),
                        units(person)))
                .stream()
                .toList();
    }

    private List<OwnUnit> units(UUID person) {
        return jdbc.sql("""
                select b.name building, u.entrance, u.room, u.area_dm2, p.name holder, h.share_numerator,
                       h.share_denominator, h.nominated, a.name representative
                from holding h
                join unit u on u.id = h.unit_id
                join building b on b.id = u.building_id
                join person p on p.id = h.person_id
                left join person a on a.id = h.representative_id
                where ? in (h.person_id, h.representative_id)
                order by u.sort_key, p.id
                """)
                .param(person)
                .query((row, n) -> new OwnUnit(
                        new UnitNo(row.getString("building"), row.getString("entrance"), row.getString("room"))
                                .toString(),
                        row.getLong("area_dm2"),
                        row.getString("holder"),
                        row.getInt("share_numerator") + "/" + row.getInt("share_denominator"),
                        row.getBoolean("nominated"),
                        row.getString("representative")))
                .list();
    }
}
