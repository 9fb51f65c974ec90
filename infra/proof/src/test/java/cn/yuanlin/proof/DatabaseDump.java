package cn.yuanlin.proof;

import cn.yuanlin.local.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** All rows of all databases as {@code pg_dump} writes them: by COPY, bytes in hex. */
final class DatabaseDump {
    private static final String TABLES = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
              and n.nspname not like 'pg\\_%' order by 1
            """;

    private final PostgresServer server;
    private final Map<String, String> instead;

    /** @param instead for tables, named {@code database schema.table}: the query whose rows are taken for theirs */
    DatabaseDump(PostgresServer server, Map<String, String> instead) {
        this.server = server;
        this.instead = instead;
    }

    /** Gives each row with the table it is of. @return how many tables there are */
    int rows(BiConsumer<String, String> row) throws SQLException {
        var tables = 0;
        for (var database : list("postgres", "select datname from pg_database where datallowconn")) {
            try (var connection = server.connect(database)) {
                for (var table : list(connection, TABLES)) {
                    var name = database + " " + table;
                    var rows = instead.get(name);
                    copy(connection, rows == null ? table : "(" + rows + ")", text -> row.accept(name, text));
                    tables++;
                }
            }
        }
        return tables;
    }

    private static void copy(Connection connection, String rows, Consumer<String> taker) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + rows + " to stdout");
        for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy())
            taker.accept(new String(row, StandardCharsets.UTF_8));
    }

    private List<String> list(String database, String sql) throws SQLException {
        try (var connection = server.connect(database)) {
            return list(connection, sql);
        }
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }
}
