package cn.yuanlin.platform.people;

import cn.yuanlin.platform.provisioning.EstateCounts;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How large the roll is; owners as counted in its newest version. */
@Component
class RollCounts implements EstateCounts {
    private final JdbcClient jdbc;

    RollCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> counts() {
        return jdbc.sql("""
                select (select count(*) from building) buildings,
                       (select count(*) from unit) units,
                       coalesce((select owners from roll_version order by version desc limit 1), 0) owners
                """)
                .query((row, n) -> Map.of(
                        "buildings", row.getLong("buildings"),
                        "units", row.getLong("units"),
                        "owners", row.getLong("owners")))
                .single();
    }
}
