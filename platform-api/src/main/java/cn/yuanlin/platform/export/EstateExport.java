package cn.yuanlin.platform.export;

import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all of an estate's data as of one moment: each table as JSON lines and as CSV, what is kept beside the tables, and a
 * manifest with hashes at the end. Only the estate's {@linkplain ArchivePassphrases passphrase} opens it, which the committee alone
 * has.
 */
@Component
class EstateExport {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final EstateTables tables;
    private final ArchivePassphrases passphrases;
    private final ObjectProvider<ExportedFiles> files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    /** Last in the zip: a zip without it was cut short. */
    record Manifest(
            String estate,
            String name,
            @Nullable Integer schemaVersion,
            Instant exportedAt,
            List<ExportZip.Entry> files) {}

    EstateExport(
            EstateTables tables,
            ArchivePassphrases passphrases,
            ObjectProvider<ExportedFiles> files,
            AuditTrail audit,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.tables = tables;
        this.passphrases = passphrases;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Closes the target only if all of it was written: what breaks off is no zip, and no row of the audit trail tells of it. It is
     * asked for again and again, and each row would be in the next export.
     */
    void write(Estate estate, String actor, OutputStream target) throws IOException {
        var passphrase = CurrentEstate.call(estate, passphrases::forArchive);
        var zip = new ExportZip(target, passphrase);
        CurrentEstate.run(estate, () -> transaction.executeWithoutResult(status -> writeAll(zip)));
        var manifest = new Manifest(
                estate.id().toString(), estate.name(), estate.schemaVersion(), clock.instant(), zip.entries());
        zip.add("manifest.json", writer -> {
            writer.write(json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
            return 0;
        });
        // Before the last bytes: there is no whole export without its row.
        CurrentEstate.run(
                estate,
                () -> transaction.executeWithoutResult(
                        status -> audit.note(actor, "estate.exported", "estate", estate.id(), Map.of())));
        zip.finish();
    }

    private void writeAll(ExportZip zip) {
        tables.freeze();
        writeTables(zip);
        files.forEach(kind -> {
            try {
                kind.addTo((name, content) -> zip.add(kind.folder() + "/" + name, content));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private void writeTables(ExportZip zip) {
        for (var table : tables.names()) {
            var columns = tables.columns(table);
            zip.add(
                    "data/" + table + ".jsonl",
                    writer -> writeRows(table, writer, row -> json.writeValueAsString(row)));
            zip.add("data/" + table + ".csv", writer -> {
                // Spreadsheets take a file for UTF-8 only if it begins so.
                writer.write('\ufeff');
                writer.write(line(columns));
                return writeRows(
                        table,
                        writer,
                        row -> columns.stream()
                                .map(column -> cell(text(row.path(column))))
                                .collect(Collectors.joining(",", "", "\r")));
            });
        }
    }

    private interface Format {
        String of(JsonNode row);
    }

    private long writeRows(String table, Writer writer, Format format) {
        var rows = new long[1];
        tables.forEachRow(table, row -> {
            try {
                writer.write(format.of(row));
                writer.write('\n');
                rows[0]++;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        return rows[0];
    }

    private static String line(List<String> cells) {
        return cells.stream().map(EstateExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return "";
        return value.isString() ? value.asString() : value.toString();
    }

    private static String cell(String text) {
        var harmless = isFormula(text) ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** A cell that begins like a formula would be run by the spreadsheet that opens it. */
    private static boolean isFormula(String text) {
        if (text.isEmpty()) return false;
        var first = text.charAt(0);
        return first == '-' ? !NUMBER.matcher(text).matches() : "=+@\t\r".indexOf(first) >= 0;
    }
}
