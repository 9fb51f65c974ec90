package cn.yuanlin.platform.media;

import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person uploaded. What belongs to a record stays with it; the rest goes when they leave, its bytes by {@link LooseMedia}. */
@Component
class MediaRecords implements PersonalRecords {
    private final JdbcClient jdbc;

    /** @param belongsTo the kind of record; null for none */
    record Upload(
            UUID id,
            String contentType,
            long bytes,
            Instant uploadedAt,
            @Nullable String belongsTo) {}

    MediaRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "uploads";
    }

    @Override
    public List<Upload> of(String subject) {
        return jdbc.sql("""
                        select id, content_type, bytes, uploaded_at, owner_type from media
                        where uploaded_by = ? order by id desc limit ?
                        """)
                .params(subject, MOST_ROWS)
                .query((row, number) -> new Upload(
                        row.getObject("id", UUID.class),
                        row.getString("content_type"),
                        row.getLong("bytes"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        row.getString("owner_type")))
                .list();
    }

    @Override
    public void close(String subject) {
        jdbc.sql("delete from media where uploaded_by = ? and owner_type is null")
                .param(subject)
                .update();
    }
}
