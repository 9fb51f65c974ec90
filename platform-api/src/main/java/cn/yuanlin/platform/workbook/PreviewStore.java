package cn.yuanlin.platform.workbook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changed rolls that wait to be applied, encrypted. */
@Component
class PreviewStore {
    private final JdbcClient jdbc;

    /** @param basedOn the state of the roll it was compared with */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Kept(UUID basedOn, byte[] content) {}

    PreviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID newId() {
        return jdbc.sql("select uuidv7()")
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    void insert(UUID id, Instant at, String by, byte[] sha256, Kept kept) {
        jdbc.sql("""
                insert into preview (id, made_at, made_by, sha256, based_on, content_cipher)
                values (?, ?, ?, ?, ?, ?)
                """)
                .param(id)
                .param(Timestamp.from(at))
                .param(by)
                .param(sha256)
                .param(kept.basedOn())
                .param(kept.content())
                .update();
    }

    /** Empty also if it was made before the instant. */
    Optional<Kept> find(UUID id, Instant since) {
        return jdbc.sql("select based_on, content_cipher from preview where id = ? and made_at >= ?")
                .param(id)
                .param(Timestamp.from(since))
                .query((row, n) -> new Kept(row.getObject("based_on", UUID.class), row.getBytes("content_cipher")))
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from preview where id = ?").param(id).update();
    }

    /** Keeps the newest few of those made after an instant. */
    void forget(Instant before, int keeping) {
        jdbc.sql("""
                delete from preview where made_at < ?
                   or id not in (select id from preview order by id desc limit ?)
                """).param(Timestamp.from(before)).param(keeping).update();
    }
}
