package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.people.UnitNo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by what they are called and where they live, for who gives them an office or a post. Guests have neither: they are found by
 * the number that they alone are shown, and tell.
 */
@Component
public class TieSearch {
    /** More are not looked through by anybody; a longer word finds fewer. */
    public static final int MOST = 20;

    private static final Pattern GUEST_NUMBER = Pattern.compile("[0-9a-f]{4}[- ]?[0-9a-f]{4}");

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A tie that stands today.
     *
     * @param door null for a guest
     */
    public record FoundTie(
            UUID membership, String name, @Nullable String door, Instant askedAt) {}

    TieSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * At most {@value #MOST}, in the order of the doors.
     *
     * @param words part of a name or a door, or a guest's whole number; blank for the first there are
     * @param owners whether only ties with an owner's rights are meant
     */
    @Transactional(readOnly = true)
    public List<FoundTie> find(String words, boolean owners) {
        return jdbc.sql("""
                select m.id, m.name, m.door, m.asked_at from membership m
                where (not :owners or m.rights = 'OWNER') and %s
                  and case when m.relation = 'GUEST'
                      then right(replace(m.id::text, '-', ''), 8) = :number
                      else position(:words in m.name) > 0 or position(:words in m.door) > 0 or m.door = :door end
                order by m.door_key nulls first, m.id limit %d
                """.formatted(TieRoles.STANDS, MOST))
                .param("owners", owners)
                .param("today", LocalDate.ofInstant(clock.instant(), TieRoles.SHANGHAI))
                .param("number", guestNumber(words))
                .param("words", words.strip())
                .param("door", door(words))
                .query((row, n) -> new FoundTie(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("door"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    private static String guestNumber(String words) {
        var typed = words.strip().toLowerCase(Locale.ROOT);
        return GUEST_NUMBER.matcher(typed).matches() ? typed.replaceAll("[- ]", "") : "";
    }

    /** Doors are also written 3-2-502. */
    private static String door(String words) {
        try {
            return UnitNo.parse(words.strip()).toString();
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
