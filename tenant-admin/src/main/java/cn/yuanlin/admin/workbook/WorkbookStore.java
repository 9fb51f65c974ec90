package cn.yuanlin.admin.workbook;

import cn.yuanlin.admin.cell.WorkbookReport;
import cn.yuanlin.admin.shared.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WorkbookStore {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkbookStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void begin(UUID id, UUID estate, Instant now) {
        jdbc.sql("insert into control.workbook (id, estate_id, uploaded_at) values (:id, :estate, :now)")
                .param("id", id)
                .param("estate", estate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void staged(UUID id, String sha256, long sizeBytes, WorkbookReport report) {
        jdbc.sql("""
                        update control.workbook set state = 'STAGED', sha256 = :sha256, size_bytes = :size,
                            report = cast(:report as jsonb), importable = :importable
                        where id = :id and state = 'UPLOADING'
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .param("size", sizeBytes)
                .param("report", json.writeValueAsString(report))
                .param("importable", report.importable())
                .update();
    }

    void discard(UUID id) {
        jdbc.sql("update control.workbook set state = 'DISCARDED' where id = :id")
                .param("id", id)
                .update();
    }

    void discardAll(UUID estate) {
        jdbc.sql("update control.workbook set state = 'DISCARDED' where estate_id = :estate")
                .param("estate", estate)
                .update();
    }

    Optional<Workbook> find(UUID estate, UUID id) {
        return jdbc.sql("select * from control.workbook where id = :id and estate_id = :estate and state = 'STAGED'")
                .param("id", id)
                .param("estate", estate)
                .query(this::read)
                .optional();
    }

    /** Newest first. */
    List<Workbook> list(UUID estate, PageQuery page) {
        return jdbc.sql("""
                        select * from control.workbook
                        where estate_id = :estate and state = 'STAGED' and (cast(:after as uuid) is null or id < :after)
                        order by id desc limit :limit
                        """)
                .param("estate", estate)
                .param("after", page.positionId())
                .param("limit", page.fetch())
                .query(this::read)
                .list();
    }

    private Workbook read(ResultSet row, int number) throws SQLException {
        var uploadedAt = row.getObject("uploaded_at", OffsetDateTime.class).toInstant();
        return new Workbook(
                row.getObject("id", UUID.class),
                "工作簿-" + MINUTE.format(uploadedAt) + ".xlsx",
                row.getString("sha256"),
                row.getLong("size_bytes"),
                uploadedAt,
                json.readValue(row.getString("report"), WorkbookReport.class));
    }
}
