package cn.yuanlin.platform.workbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row by which an estate knows that it was imported, and from which workbook. */
@Component
class ImportRecords {
    private final JdbcClient jdbc;

    record Imported(UUID workbook, String sha256, ImportCounts counts) {}

    ImportRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Imported> find() {
        return jdbc.sql("select * from workbook_import")
                .query(ImportRecords::imported)
                .optional();
    }

    /**
     * Enters the import unless there is one. A second import waits here until the first has ended.
     *
     * @return whether it was entered
     */
    boolean enter(Imported imported, Instant now) {
        var counts = imported.counts();
        return jdbc.sql("""
                        insert into workbook_import (workbook, sha256, imported_at, buildings, units, owners, products,
                            shops, funds, notices)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (only_row) do nothing
                        """)
                        .params(
                                imported.workbook(),
                                HexFormat.of().parseHex(imported.sha256()),
                                Timestamp.from(now),
                                counts.buildings(),
                                counts.units(),
                                counts.owners(),
                                counts.products(),
                                counts.shops(),
                                counts.funds(),
                                counts.notices())
                        .update()
                == 1;
    }

    private static Imported imported(ResultSet row, int number) throws SQLException {
        return new Imported(
                row.getObject("workbook", UUID.class),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                new ImportCounts(
                        row.getInt("buildings"),
                        row.getInt("units"),
                        row.getInt("owners"),
                        row.getInt("products"),
                        row.getInt("shops"),
                        row.getInt("funds"),
                        row.getInt("notices")));
    }
}
