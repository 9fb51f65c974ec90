package cn.yuanlin.admin.office;

import cn.yuanlin.admin.security.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OfficeStore {
    private static final int MOST = 5_000;

    private static final String SELECT = """
            select o.id, o.kind, o.name, o.city, o.parent_id, p.name as parent_name, o.created_at
            from control.office o left join control.office p on p.id = o.parent_id
            """;

    private final JdbcClient jdbc;

    OfficeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Office> find(UUID office) {
        return jdbc.sql(SELECT + "where o.id = :id")
                .param("id", office)
                .query((row, n) -> office(row))
                .optional();
    }

    /** The offices that the person is active staff of, streets first. */
    List<Office> employing(UUID subject) {
        return jdbc.sql(SELECT + """
                        where exists (select from control.office_staff s
                          where s.office_id = o.id and s.subject = :subject and s.state = 'ACTIVE')
                        order by o.kind desc, o.name limit :most
                        """)
                .param("subject", subject)
                .param("most", MOST)
                .query((row, n) -> office(row))
                .list();
    }

    List<Office> in(Area area) {
        return jdbc.sql(SELECT + """
                        where :everywhere or o.id = any(:offices)
                        order by o.kind desc, o.name, o.id limit :most
                        """)
                .param("everywhere", area.everywhere())
                .param("offices", area.officeArray())
                .param("most", MOST)
                .query((row, n) -> office(row))
                .list();
    }

    List<Office> page(Area area, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where (:everywhere or o.id = any(:offices)) and (cast(:after as uuid) is null or o.id > :after)
                        order by o.id limit :limit
                        """)
                .param("everywhere", area.everywhere())
                .param("offices", area.officeArray())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> office(row))
                .list();
    }

    /** @return false if a sibling bears the name */
    boolean insert(UUID id, OfficeDraft draft, Instant at) {
        return jdbc.sql("""
                        insert into control.office (id, kind, name, city, parent_id, created_at)
                        values (:id, :kind, :name, :city, :parent, :at)
                        on conflict on constraint office_name_among_siblings do nothing
                        """)
                        .param("id", id)
                        .param("kind", draft.kind().name())
                        .param("name", draft.name().text())
                        .param("city", draft.city().name())
                        .param("parent", draft.parent())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return false if a sibling bears the name */
    boolean rename(UUID id, OfficeName name) {
        return jdbc.sql("""
                        update control.office o set name = :name
                        where id = :id and not exists (
                          select from control.office s
                          where s.city = o.city and s.parent_id is not distinct from o.parent_id and s.name = :name)
                        """).param("id", id).param("name", name.text()).update() == 1;
    }

    /** Active members of staff by office. */
    Map<UUID, Integer> staffByOffice(List<UUID> offices) {
        return jdbc
                .sql("""
                        select office_id, count(*) as members from control.office_staff
                        where state = 'ACTIVE' and office_id = any(:offices) group by office_id
                        """)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("office_id", UUID.class), row.getInt("members")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Communities by the street above them. */
    Map<UUID, List<UUID>> communitiesByStreet(List<UUID> streets) {
        return jdbc
                .sql("select parent_id, id from control.office where parent_id = any(:streets)")
                .param("streets", streets.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("parent_id", UUID.class), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Office office(ResultSet row) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new Office(
                row.getObject("id", UUID.class),
                OfficeKind.valueOf(row.getString("kind")),
                row.getString("name"),
                City.valueOf(row.getString("city")),
                parent == null ? null : new Office.OfficeRef(parent, row.getString("parent_name")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
