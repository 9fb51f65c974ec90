package cn.yuanlin.admin.route;

import java.util.ArrayList;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RouteStore {
    private final JdbcClient jdbc;

    RouteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from control.route_version")
                .query(Long.class)
                .single();
    }

    /** Version and routes in one statement, hence of one moment: a newer version never goes with older routes. */
    RouteTable table() {
        var routes = new ArrayList<RouteTable.Route>();
        var gone = new ArrayList<UUID>();
        var version = new long[1];
        jdbc.sql("""
                        select v.version, e.slug, e.id, e.cell, c.url, e.state
                        from control.route_version v
                        left join control.estate e on e.state in ('ACTIVE', 'SUSPENDED')
                            or e.state in ('ARCHIVED', 'DELETED') and e.archived_at > now() - interval '30 days'
                        left join control.cell c on c.code = e.cell
                        order by e.id
                        """).query(row -> {
            version[0] = row.getLong("version");
            var estate = row.getObject("id", UUID.class);
            var state = row.getString("state");
            if ("ARCHIVED".equals(state) || "DELETED".equals(state)) {
                gone.add(estate);
            } else if (estate != null) {
                routes.add(new RouteTable.Route(
                        row.getString("slug"), estate, row.getString("cell"), row.getString("url"), state));
            }
        });
        return new RouteTable(version[0], routes, gone);
    }
}
