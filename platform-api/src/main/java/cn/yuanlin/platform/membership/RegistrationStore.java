package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.membership.RegistrationFigures.RegisteredBuilding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts ties in two statements, whatever the estate's size; one row a building comes back. */
@Component
class RegistrationStore {
    private static final int DAYS = 30;

    private static final String BUILDINGS = """
            select b.name building, count(*) units, count(t.unit_id) registered
            from unit u join building b on b.id = u.building_id
            left join (select distinct m.unit_id from membership m where m.unit_id is not null and %s) t on t.unit_id = u.id
            where u.use not in ('PARKING', 'GARAGE', 'STORAGE')
            group by b.sort_key, b.name order by b.sort_key
            """.formatted(TieRoles.STANDS);

    private static final String PEOPLE = """
            select count(distinct m.subject) people, count(distinct l.subject) active
            from membership m left join last_seen l on l.subject = m.subject and l.day >= :since
            where m.unit_id is not null and %s
            """.formatted(TieRoles.STANDS);

    private final JdbcClient jdbc;
    private final LastSeen lastSeen;
    private final Clock clock;

    private record People(long people, long active) {}

    RegistrationStore(JdbcClient jdbc, LastSeen lastSeen, Clock clock) {
        this.jdbc = jdbc;
        this.lastSeen = lastSeen;
        this.clock = clock;
    }

    /** Empty while the estate's schema doesn't keep who came when. */
    @Transactional(readOnly = true)
    Optional<RegistrationFigures> figures() {
        if (!lastSeen.hasTable()) return Optional.empty();
        var today = LocalDate.ofInstant(clock.instant(), TieRoles.SHANGHAI);
        var since = today.minusDays(DAYS - 1);
        var buildings = buildings(today);
        var people = people(today, since);
        return Optional.of(new RegistrationFigures(
                buildings.stream().mapToLong(RegisteredBuilding::units).sum(),
                buildings.stream().mapToLong(RegisteredBuilding::registered).sum(),
                people.people(),
                people.active(),
                since,
                buildings));
    }

    private List<RegisteredBuilding> buildings(LocalDate today) {
        return jdbc.sql(BUILDINGS)
                .param("today", today)
                .query((row, n) -> new RegisteredBuilding(
                        row.getString("building"), row.getLong("units"), row.getLong("registered")))
                .list();
    }

    private People people(LocalDate today, LocalDate since) {
        return jdbc.sql(PEOPLE)
                .param("today", today)
                .param("since", since)
                .query((row, n) -> new People(row.getLong("people"), row.getLong("active")))
                .single();
    }
}
