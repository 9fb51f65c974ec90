package cn.yuanlin.admin.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StaffStore {
    private static final String SELECT = """
            select s.id, s.office_id, o.name as office_name, s.username, s.name, s.subject, s.state, s.created_at
            from control.office_staff s join control.office o on o.id = s.office_id
            """;

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void intendToAdd(UUID id, UUID office, String username, String name, Instant at) {
        jdbc.sql("""
                insert into control.office_staff (id, office_id, username, name, state, created_at)
                values (:id, :office, :username, :name, 'ADDING', :at)
                on conflict (office_id, username) where state <> 'REMOVED' do nothing
                """)
                .param("id", id)
                .param("office", office)
                .param("username", username)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetIntent(UUID id) {
        jdbc.sql("delete from control.office_staff where id = :id and state = 'ADDING'")
                .param("id", id)
                .update();
    }

    void activate(UUID id, UUID subject, String name) {
        jdbc.sql("""
                update control.office_staff set state = 'ACTIVE', subject = :subject, name = :name
                where id = :id and state = 'ADDING'
                """)
                .param("id", id)
                .param("subject", subject)
                .param("name", name)
                .update();
    }

    boolean intendToRemove(UUID id) {
        return jdbc.sql("update control.office_staff set state = 'REMOVING' where id = :id and state = 'ACTIVE'")
                        .param("id", id)
                        .update()
                == 1;
    }

    void markRemoved(UUID id, Instant at) {
        jdbc.sql("""
                update control.office_staff set state = 'REMOVED', removed_at = :at
                where id = :id and state = 'REMOVING'
                """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Staff> find(UUID office, UUID staff) {
        return jdbc.sql(SELECT + "where s.id = :id and s.office_id = :office")
                .param("id", staff)
                .param("office", office)
                .query((row, n) -> staff(row))
                .optional();
    }

    /** The row of a person in an office that is not over yet. */
    Optional<Staff> current(UUID office, String username) {
        return jdbc.sql(SELECT + "where s.office_id = :office and s.username = :username and s.state <> 'REMOVED'")
                .param("office", office)
                .param("username", username)
                .query((row, n) -> staff(row))
                .optional();
    }

    /** Every row of a person, over or not. */
    List<Staff> of(String username) {
        return jdbc.sql(SELECT + "where s.username = :username order by s.id")
                .param("username", username)
                .query((row, n) -> staff(row))
                .list();
    }

    /** Removals that Keycloak has not heard of, oldest first. */
    List<Staff> halfRemoved(int limit) {
        return jdbc.sql(SELECT + "where s.state = 'REMOVING' order by s.id limit :limit")
                .param("limit", limit)
                .query((row, n) -> staff(row))
                .list();
    }

    List<Staff> page(UUID office, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where s.office_id = :office and s.state <> 'ADDING'
                          and (cast(:after as uuid) is null or s.id > :after)
                        order by s.id limit :limit
                        """)
                .param("office", office)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> staff(row))
                .list();
    }

    private static Staff staff(ResultSet row) throws SQLException {
        return new Staff(
                row.getObject("id", UUID.class),
                row.getObject("office_id", UUID.class),
                row.getString("office_name"),
                row.getString("username"),
                row.getString("name"),
                row.getObject("subject", UUID.class),
                StaffState.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
