package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.audit.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ArchiveStore {
    private final JdbcClient jdbc;

    ArchiveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asked again, it is left as it is. */
    void begin(UUID estate, String reason, Actor by, Instant now) {
        jdbc.sql("""
                        insert into control.archive (estate_id, reason, requested_at, requested_by_subject, requested_by_name)
                        values (:estate, :reason, :now, :subject, :name) on conflict do nothing
                        """)
                .param("estate", estate)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", String.valueOf(by.subject()))
                .param("name", by.name())
                .update();
    }

    /** Holds the archive in this state until the transaction ends: one worker at a time. */
    Optional<Archive> hold(UUID estate, Archive.State state) {
        return jdbc.sql("""
                        select * from control.archive where estate_id = :estate and state = :state for update skip locked
                        """)
                .param("estate", estate)
                .param("state", state.name())
                .query((row, number) -> new Archive(
                        estate,
                        Archive.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        new Actor(row.getString("requested_by_subject"), row.getString("requested_by_name")),
                        row.getInt("attempts")))
                .optional();
    }

    boolean is(UUID estate, Archive.State state) {
        return jdbc.sql("select exists (select from control.archive where estate_id = :estate and state = :state)")
                .param("estate", estate)
                .param("state", state.name())
                .query(Boolean.class)
                .single();
    }

    boolean move(UUID estate, Archive.State from, Archive.State to, Instant now) {
        return jdbc.sql("""
                                update control.archive set state = :to, attempts = 0, detail = null, ended_at = :now
                                where estate_id = :estate and state = :from
                                """)
                        .param("estate", estate)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void exported(UUID estate, String sha256, long sizeBytes, Instant now) {
        jdbc.sql("""
                        update control.archive set state = 'EXPORTED', sha256 = :sha256, size_bytes = :size,
                            detail = null, ended_at = :now
                        where estate_id = :estate and state = 'EXPORTING'
                        """)
                .param("estate", estate)
                .param("sha256", sha256)
                .param("size", sizeBytes)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Kept as it was first. @return false if the export is not the file with that hash */
    boolean fetched(UUID estate, String sha256, Instant now) {
        return jdbc.sql("""
                                update control.archive set fetched_at = coalesce(fetched_at, :now)
                                where estate_id = :estate and state = 'EXPORTED' and sha256 = :sha256
                                """)
                        .param("estate", estate)
                        .param("sha256", sha256)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean isFetched(UUID estate) {
        return jdbc.sql(
                        "select exists (select from control.archive where estate_id = :estate and fetched_at is not null)")
                .param("estate", estate)
                .query(Boolean.class)
                .single();
    }

    /** @return how often it has failed by now; empty if it was taken back meanwhile */
    Optional<Integer> failed(UUID estate, String detail) {
        return jdbc.sql("""
                        update control.archive set attempts = attempts + 1, detail = :detail where estate_id = :estate
                        returning attempts
                        """)
                .param("estate", estate)
                .param("detail", detail)
                .query(Integer.class)
                .optional();
    }
}
