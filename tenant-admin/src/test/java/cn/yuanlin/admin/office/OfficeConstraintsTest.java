package cn.yuanlin.admin.office;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database keeps the hierarchy even from a service that has gone wrong. */
class OfficeConstraintsTest extends AdminTest {
    private final JdbcClient service = JdbcClient.create(ControlDatabase.asService());

    @Test
    void aCommunityStandsBelowAStreetOfItsCity() {
        var street = scene.street();
        var community = scene.communityBelow(street);

        refuses("office_below_street", () -> insert("COMMUNITY", "孤社区", "NINGBO", null));
        refuses("office_below_street", () -> insert("STREET", "下街道", "NINGBO", street));
        refuses("office_parent", () -> insert("COMMUNITY", "下社区", "NINGBO", community));
        refuses("office_parent", () -> insert("COMMUNITY", "异地社区", "HANGZHOU", street));
        refuses("office_parent", () -> insert("COMMUNITY", "无上级社区", "NINGBO", UUID.randomUUID()));
    }

    @Test
    void siblingsBearDifferentNames() {
        var street = scene.street();
        insert("COMMUNITY", "同名社区", "NINGBO", street);

        refuses("office_name_among_siblings", () -> insert("COMMUNITY", "同名社区", "NINGBO", street));
        insert("STREET", "同名街道" + street, "NINGBO", null);
        refuses("office_name_among_siblings", () -> insert("STREET", "同名街道" + street, "NINGBO", null));
    }

    @Test
    void anOfficeKeepsItsPlace() {
        var street = scene.street();
        scene.communityBelow(street);

        refuses(
                "office_parent",
                () -> service.sql("update control.office set city = 'HANGZHOU' where id = ?")
                        .param(street)
                        .update());
        refuses(
                "office_parent",
                () -> service.sql("delete from control.office where id = ?")
                        .param(street)
                        .update());
    }

    @Test
    void theServiceChangesNoTable() {
        for (var ddl : new String[] {
            "alter table control.office add column x int",
            "drop table control.office",
            "create table control.x (id int)",
            "create schema x",
            "create table public.x (id int)",
            "truncate control.office cascade",
            "set role control_owner"
        }) {
            assertThatThrownBy(() -> service.sql(ddl).update())
                    .as(ddl)
                    .rootCause()
                    .hasMessageFindingMatch("permission denied|must be owner");
        }
    }

    private static void refuses(String constraint, Runnable act) {
        assertThatThrownBy(act::run).hasMessageContaining(constraint);
    }

    private void insert(String kind, String name, String city, UUID parent) {
        service.sql("""
                insert into control.office (id, kind, name, city, parent_id, created_at)
                values (uuidv7(), ?, ?, ?, ?, now())
                """).params(kind, name, city, parent).update();
    }
}
