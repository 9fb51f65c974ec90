package cn.yuanlin.admin.cell;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CellStore {
    private final JdbcClient jdbc;

    CellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String code, URI url, int capacity, Instant now) {
        jdbc.sql("""
                        insert into control.cell (code, url, capacity, created_at) values (:code, :url, :capacity, :now)
                        on conflict (code) do update set url = excluded.url where cell.url <> excluded.url
                        """)
                .param("code", code)
                .param("url", url.toString())
                .param("capacity", capacity)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Cell> all() {
        return jdbc.sql("select * from control.cell order by code")
                .query(CellStore::read)
                .list();
    }

    Optional<Cell> find(String code) {
        return jdbc.sql("select * from control.cell where code = :code")
                .param("code", code)
                .query(CellStore::read)
                .optional();
    }

    /**
     * Takes one place in the least loaded open cell, in one that is down only if there is no other. Empty also if the chosen cell filled up while this waited for it;
     * the caller asks again as long as {@link #anyOpen()}.
     */
    Optional<String> take() {
        return jdbc.sql("""
                        update control.cell set estates = estates + 1
                        where code = (select code from control.cell where not draining and estates < capacity
                                      order by health = 'DOWN', estates, code limit 1 for update)
                          and not draining and estates < capacity
                        returning code
                        """).query(String.class).optional();
    }

    boolean anyOpen() {
        return jdbc.sql("select exists (select from control.cell where not draining and estates < capacity)")
                .query(Boolean.class)
                .single();
    }

    void giveBack(String code) {
        jdbc.sql("update control.cell set estates = estates - 1 where code = :code")
                .param("code", code)
                .update();
    }

    void seen(String code, Health health, Optional<SchemaVersions> versions, Instant now) {
        jdbc.sql("""
                        update control.cell set health = :health, checked_at = :now,
                            schema_version = coalesce(:current, schema_version),
                            minimum_schema_version = coalesce(:minimum, minimum_schema_version)
                        where code = :code
                        """)
                .param("health", health.name())
                .param("now", Timestamp.from(now))
                .param("current", versions.map(SchemaVersions::current).orElse(null), java.sql.Types.INTEGER)
                .param("minimum", versions.map(SchemaVersions::minimum).orElse(null), java.sql.Types.INTEGER)
                .param("code", code)
                .update();
    }

    private static Cell read(ResultSet row, int number) throws SQLException {
        var estates = row.getInt("estates");
        var capacity = row.getInt("capacity");
        return new Cell(
                row.getString("code"),
                row.getString("url"),
                CellState.of(row.getBoolean("draining"), estates, capacity),
                estates,
                capacity,
                row.getObject("schema_version", Integer.class),
                Health.valueOf(row.getString("health")));
    }
}
