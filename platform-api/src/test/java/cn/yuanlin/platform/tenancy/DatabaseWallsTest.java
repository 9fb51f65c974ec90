package cn.yuanlin.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself refuses, whatever the service does: asked of every table there is, and of those to come. */
class DatabaseWallsTest extends PlatformTest {
    private static final String PERMISSION_DENIED = "42501";
    private static final String NO_SUCH_RELATION = "42P01";
    private static final String NO_SCHEMA_SELECTED = "3F000";

    @Test
    void theLoginByItselfSeesNothing() throws SQLException {
        for (var table : tablesOf(disai())) {
            refused(null, "select 1 from " + disai().schema() + "." + table + " limit 1");
            refused(null, "select 1 from " + table + " limit 1");
        }
        for (var table : tablesOf("cell")) refused(null, "select 1 from cell." + table + " limit 1");
    }

    @Test
    void anEstateReachesNoTableOfAnother() throws SQLException {
        for (var table : tablesOf(linyuan())) {
            var foreign = linyuan().schema() + "." + table;
            refused(disai(), "select 1 from " + foreign + " limit 1");
            refused(disai(), "insert into " + foreign + " default values");
            refused(disai(), "update " + foreign + " set ctid = ctid");
            refused(disai(), "delete from " + foreign);
            refused(disai(), "truncate " + foreign);
        }
    }

    @Test
    void anEstateReachesNothingOfTheCellButItsEvents() throws SQLException {
        for (var table : tablesOf("cell")) {
            if (!table.equals("outbox")) refused(disai(), "select 1 from cell." + table + " limit 1");
            refused(disai(), "delete from cell." + table);
            refused(disai(), "truncate cell." + table);
        }
        refused(disai(), "select cell.grant_estate('" + disai().schema() + "')");
    }

    @Test
    void whatIsAppendOnlyIsNeverChanged() throws SQLException {
        var appendOnly = tablesMarked("append-only");
        assertThat(appendOnly).contains("audit_event", "journal_entry", "posting");
        for (var table : appendOnly) {
            var column = firstColumnOf(table);
            for (var who : new Estate[] {disai(), null}) {
                var name = who == null ? disai().schema() + "." + table : table;
                refused(who, "update " + name + " set " + column + " = " + column);
                refused(who, "delete from " + name);
                refused(who, "truncate " + name + " cascade");
            }
        }
    }

    @Test
    void whatTriggersKeepIsOnlyRead() throws SQLException {
        for (var table : tablesMarked("read-only")) {
            refused(disai(), "insert into " + table + " default values");
            refused(disai(), "update " + table + " set " + firstColumnOf(table) + " = " + firstColumnOf(table));
            refused(disai(), "delete from " + table);
            refused(disai(), "truncate " + table + " cascade");
        }
    }

    @Test
    void noRoleOfTheServiceRunsDdl() throws SQLException {
        var table = tablesOf(disai()).getFirst();
        for (var who : new Estate[] {disai(), null}) {
            var name = disai().schema() + "." + table;
            Stream.of(
                            "create table " + disai().schema() + ".intruder (id int)",
                            "create table cell.intruder (id int)",
                            "create table public.intruder (id int)",
                            "create schema intruder",
                            "create role intruder",
                            "alter table " + name + " add column intruder int",
                            "alter table " + name + " disable trigger all",
                            "drop table " + name,
                            "create index on " + name + " ((1))",
                            "create trigger t before insert on " + name
                                    + " execute function suppress_redundant_updates_trigger()",
                            "drop schema " + disai().schema() + " cascade",
                            "comment on table " + name + " is ''",
                            "alter role " + disai().schema() + " superuser",
                            "set local session_replication_role = replica",
                            "copy " + name + " to program 'true'")
                    .forEach(ddl -> refused(who, ddl));
            refused(who, "create temporary table intruder (id int)");
        }
    }

    @Test
    void neitherLoginNorEstateBecomesTheMigrator() {
        refused(null, "set local role " + TestCell.MIGRATOR);
        refused(disai(), "reset role; set local role " + TestCell.MIGRATOR);
    }

    @Test
    void theDispatcherReadsNoEstate() throws SQLException {
        var dispatcher = TestCell.PREFIX + "dispatcher";
        for (var table : tablesOf(disai()))
            refusedIn(dispatcher, "cell", "select 1 from " + disai().schema() + "." + table + " limit 1");
        refusedIn(dispatcher, "cell", "select 1 from estate_key limit 1");
        refusedIn(dispatcher, "cell", "update outbox set done_at = now()");
    }

    private static void refused(Estate who, String sql) {
        if (who == null) refusedIn(null, "", sql);
        else refusedIn(who.schema(), who.schema(), sql);
    }

    private static void refusedIn(String role, String path, String sql) {
        var refusal = catchThrowableOfType(SQLException.class, () -> {
            try (var connection = TestCell.connect(TestCell.APP)) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    if (role != null) statement.execute("set local role " + role + "; set local search_path = " + path);
                    statement.execute(sql);
                }
            }
        });
        assertThat((Throwable) refusal)
                .as("%s as %s", sql, role == null ? "the login" : role)
                .isNotNull();
        assertThat(refusal.getSQLState())
                .as("%s as %s: %s", sql, role == null ? "the login" : role, refusal.getMessage())
                .isIn(PERMISSION_DENIED, NO_SUCH_RELATION, NO_SCHEMA_SELECTED);
    }

    private static List<String> tablesOf(Estate estate) throws SQLException {
        return tablesOf(estate.schema());
    }

    private static List<String> tablesOf(String schema) throws SQLException {
        return names("select relname from pg_class where relkind in ('r', 'p', 'v') and relnamespace = '" + schema
                + "'::regnamespace order by 1");
    }

    private List<String> tablesMarked(String word) throws SQLException {
        return names("select relname from pg_class where relkind in ('r', 'p') and relnamespace = '" + disai().schema()
                + "'::regnamespace and obj_description(oid, 'pg_class') like '" + word + "%' order by 1");
    }

    private String firstColumnOf(String table) throws SQLException {
        return names("select attname from pg_attribute where attnum = 1 and attrelid = '" + disai().schema() + "."
                        + table + "'::regclass")
                .getFirst();
    }

    private static List<String> names(String sql) throws SQLException {
        try (Connection connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        }
    }
}
