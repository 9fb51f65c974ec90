package cn.yuanlin.proof;

import cn.yuanlin.local.Platform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * What a backup has of one estate: its schema, its rows in the cell's own tables, its media. Not its key-encryption key,
 * which lies in neither.
 */
final class OlderDump {
    private static final String DATABASE = "cell_c1";
    private static final List<String> CELLS_OWN = List.of("cell.estate", "cell.estate_key");

    private final Platform platform;
    private final String estate;
    private final String schema;
    private final Map<String, byte[]> tables = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private OlderDump(Platform platform, String estate) {
        this.platform = platform;
        this.estate = estate;
        this.schema = "e_" + estate.substring(24);
    }

    static OlderDump of(Platform platform, String estate) throws SQLException, IOException {
        var dump = new OlderDump(platform, estate);
        try (var connection = platform.postgres().connect(DATABASE)) {
            for (var table : dump.tables(connection)) dump.tables.put(table, copyOut(connection, table));
            for (var table : CELLS_OWN) dump.tables.put(table, copyOut(connection, dump.rowsIn(table)));
        }
        try (var media = Files.list(dump.media())) {
            for (var file : media.toList())
                dump.files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        return dump;
    }

    /** Puts all of it back, in place of what the estate has now: a registration and a schema. */
    void restore() throws SQLException, IOException {
        try (var connection = platform.postgres().connect(DATABASE)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                // Rows come in any order, and triggers have had their say when they were first written.
                statement.execute("set local session_replication_role = replica");
                statement.execute("truncate " + String.join(", ", tables(connection)));
                statement.execute("delete from cell.estate_key where estate_id = '" + estate + "'");
                statement.execute("delete from cell.estate where id = '" + estate + "'");
            }
            for (var table : tables.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
        }
        Files.createDirectories(media());
        for (var file : files.entrySet()) Files.write(media().resolve(file.getKey()), file.getValue());
    }

    private Path media() {
        return platform.folder().resolve("media/c1").resolve(schema);
    }

    private String rowsIn(String table) {
        var column = table.endsWith("_key") ? "estate_id" : "id";
        return "(select * from " + table + " where " + column + " = '" + estate + "')";
    }

    private List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select schemaname || '.' || quote_ident(tablename) from pg_tables"
                        + " where schemaname = '" + schema + "' order by 1")) {
            var names = new ArrayList<String>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        }
    }

    private static byte[] copyOut(Connection connection, String rows) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + rows + " to stdout", bytes);
        return bytes.toByteArray();
    }
}
