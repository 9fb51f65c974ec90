package cn.yuanlin.platform.export;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two rows an estate may have about its archive's passphrase. Works in the caller's transaction. */
@Component
class ArchivePassphraseStore {
    private final JdbcClient jdbc;

    ArchivePassphraseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the schema is new enough to keep one. */
    boolean hasTables() {
        return jdbc.sql("select to_regclass('archive_passphrase_taken') is not null")
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> find() {
        return jdbc.sql("select cipher from archive_passphrase")
                .query(byte[].class)
                .optional();
    }

    /** Keeps the first: who makes another at the same time waits here and then finds it. */
    void keep(byte[] cipher, Instant now) {
        jdbc.sql("insert into archive_passphrase (cipher, made_at) values (?, ?) on conflict (only_row) do nothing")
                .params(cipher, Timestamp.from(now))
                .update();
    }

    /** Keeps the first time. */
    void take(Instant now) {
        jdbc.sql("insert into archive_passphrase_taken (taken_at) values (?) on conflict (only_row) do nothing")
                .param(Timestamp.from(now))
                .update();
    }

    Optional<Instant> takenAt() {
        return jdbc.sql("select taken_at from archive_passphrase_taken")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
