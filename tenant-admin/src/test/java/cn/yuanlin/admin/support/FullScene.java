package cn.yuanlin.admin.support;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An area with something of everything in it: a street, a community, staff, an estate, its workbook and its run. */
@Component
public class FullScene {
    private final Scene scene;
    private final JdbcClient jdbc;

    FullScene(Scene scene, JdbcClient jdbc) {
        this.scene = scene;
        this.jdbc = jdbc;
    }

    /**
     * One such area.
     *
     * @param token of staff of the street
     */
    public record Full(
            UUID street, UUID community, UUID staff, UUID estate, String slug, UUID workbook, UUID run, String token) {
        /** Values by the names that the API gives them. */
        public Map<String, String> names() {
            return Map.ofEntries(
                    Map.entry("office", street.toString()),
                    Map.entry("staff", staff.toString()),
                    Map.entry("estate", estate.toString()),
                    Map.entry("workbook", workbook.toString()),
                    Map.entry("run", run.toString()),
                    Map.entry("rollout", new UUID(0, 9).toString()),
                    Map.entry("communityId", community.toString()),
                    Map.entry("parentId", street.toString()),
                    Map.entry("workbookId", workbook.toString()),
                    Map.entry("slugTyped", slug),
                    Map.entry("subject", new UUID(0, 8).toString()),
                    Map.entry("phone", "13800000000"),
                    Map.entry("code", "000000"),
                    Map.entry("kind", "COMMUNITY"));
        }
    }

    public Full full() {
        var street = scene.street();
        var community = scene.communityBelow(street);
        var token = scene.staffOf(street);
        var estate = UUID.randomUUID();
        var slug = "e" + estate.toString().substring(0, 8);
        var workbook = UUID.randomUUID();
        var run = UUID.randomUUID();
        jdbc.sql("""
                insert into control.estate (id, slug, name, community_id, source, created_at)
                values (?, ?, '满园小区', ?, 'CLERK', now())
                """).params(estate, slug, community).update();
        jdbc.sql("""
                insert into control.workbook (id, estate_id, uploaded_at) values (?, ?, now())
                """).params(workbook, estate).update();
        jdbc.sql("""
                insert into control.onboarding_run
                  (id, estate_id, workbook_id, state, started_at, started_by_subject, started_by_name)
                values (?, ?, ?, 'FAILED', now(), 'somebody', '王测试')
                """).params(run, estate, workbook).update();
        jdbc.sql("""
                insert into control.audit_event
                  (id, at, actor_name, act, office_id, subject_type, subject_id, subject_name, detail)
                values (uuidv7(), now(), '王测试', 'estate.enter', ?, 'estate', ?, '满园小区', '{}')
                """).params(community, estate.toString()).update();
        var staff = jdbc.sql("select id from control.office_staff where office_id = ?")
                .param(street)
                .query(UUID.class)
                .single();
        return new Full(street, community, staff, estate, slug, workbook, run, token);
    }
}
