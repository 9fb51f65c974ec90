package cn.yuanlin.admin.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OfficeStore {
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
