package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything in a schema that a change set can make, with the rights on it. */
final class Catalogue {
    private static final List<String> QUERIES = List.of(
            """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '')
            from information_schema.columns where table_schema = ? and table_name <> 'databasechangeloglock' order by 1
            """,
            "select indexdef from pg_indexes where schemaname = ? and tablename <> 'databasechangeloglock' order by 1",
            """
            select c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
            from pg_constraint c join pg_namespace n on n.oid = c.connamespace
            where n.nspname = ? and c.conrelid::regclass::text not like '%databasechangeloglock' order by 1
            """,
            """
            select p.proname || ' ' || coalesce(p.proconfig::text, '') || md5(p.prosrc)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = ? order by 1
            """,
            """
            select c.relname || ' ' || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'v', 'S') and c.relname <> 'databasechangeloglock' order by 1
            """);

    private static final String CHANGE_SETS =
            "select id || ' ' || author || ' ' || filename || ' ' || md5sum from %s.databasechangelog"
                    + " where ? <> '' order by orderexecuted";

    private Catalogue() {}

    /** With the schema's name left out, so that two can be compared. */
    static List<String> of(Estate estate) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = TestCell.connectAsSuperuser()) {
            for (var sql : QUERIES) add(lines, connection, sql, estate.schema());
            add(lines, connection, CHANGE_SETS.formatted(estate.schema()), estate.schema());
        }
        return lines;
    }

    private static void add(List<String> lines, Connection connection, String sql, String schema) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) lines.add(rows.getString(1).replace(schema, "ESTATE"));
            }
        }
    }
}
