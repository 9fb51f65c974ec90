package cn.yuanlin.admin.overview;

import cn.yuanlin.admin.security.Area;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads across features, so that a page costs three queries however large the area. */
@Component
class OverviewStore {
    private static final String ESTATES_OF_AREA =
            "from control.estate e where (:everywhere or e.community_id = any(:offices))";

    private final JdbcClient jdbc;

    OverviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int offices(Area area) {
        return sql("select count(*) from control.office o where :everywhere or o.id = any(:offices)", area)
                .query(Integer.class)
                .single();
    }

    /** Number and households of the estates in each state. */
    Map<String, Estates> estates(Area area) {
        var byState = new TreeMap<String, Estates>();
        sql(
                        "select e.state, count(*) as estates, coalesce(sum(e.households), 0) as households "
                                + ESTATES_OF_AREA + " and e.state <> 'DELETED' group by e.state",
                        area)
                .query(row -> {
                    byState.put(row.getString("state"), new Estates(row.getInt("estates"), row.getLong("households")));
                });
        return byState;
    }

    /** Number of onboarding runs in each state that is not the end. */
    Map<String, Integer> openRuns(Area area) {
        var byState = new TreeMap<String, Integer>();
        sql("""
                select r.state, count(*) as runs from control.onboarding_run r
                where r.state in ('RUNNING', 'FAILED')
                  and (:everywhere or r.estate_id in (select e.id\s""" + ESTATES_OF_AREA + ")) group by r.state", area).query(row -> {
            byState.put(row.getString("state"), row.getInt("runs"));
        });
        return byState;
    }

    private JdbcClient.StatementSpec sql(String text, Area area) {
        return jdbc.sql(text).param("everywhere", area.everywhere()).param("offices", area.officeArray());
    }

    record Estates(int number, long households) {}
}
