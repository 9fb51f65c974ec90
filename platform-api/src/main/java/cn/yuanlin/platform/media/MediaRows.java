package cn.yuanlin.platform.media;

import cn.yuanlin.platform.media.file.CleanFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of media. Works in the caller's transaction. */
@Component
class MediaRows {
    private final JdbcClient jdbc;

    MediaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the schema is new enough to have the table. */
    boolean hasTable() {
        return jdbc.sql("select to_regclass('media') is not null")
                .query(Boolean.class)
                .single();
    }

    UUID newId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    void insert(UUID id, CleanFile file, byte[] sha256, byte[] sealedUnder, String uploader, Instant now) {
        jdbc.sql("""
                        insert into media (id, content_type, width, height, bytes, sha256, sealed_under, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        file.contentType(),
                        file.width(),
                        file.height(),
                        file.content().length,
                        sha256,
                        sealedUnder,
                        uploader,
                        Timestamp.from(now))
                .update();
    }

    /** How many of a person's uploads belong to nothing yet. */
    int looseOf(String uploader) {
        return jdbc.sql("select count(*) from media where uploaded_by = ? and owner_type is null")
                .param(uploader)
                .query(Integer.class)
                .single();
    }

    /** Empty also for what was forgotten. */
    Optional<Media> find(UUID id) {
        return jdbc.sql("select * from media where id = ? and forgotten_at is null")
                .param(id)
                .query(MediaRows::media)
                .optional();
    }

    /** The next ones in the order of their ids. @param last null for the first */
    List<Media> after(@Nullable UUID last, int limit) {
        return jdbc.sql("""
                        select * from media where (?::uuid is null or id > ?::uuid) and forgotten_at is null
                        order by id limit ?
                        """)
                .param(last)
                .param(last)
                .param(limit)
                .query(MediaRows::media)
                .list();
    }

    List<UUID> of(Media.Owner owner, int limit) {
        return jdbc.sql("""
                        select id from media where owner_type = ? and owner_id = ? and forgotten_at is null
                        order by id limit ?
                        """)
                .params(owner.type(), owner.id(), limit)
                .query(UUID.class)
                .list();
    }

    /** @return false unless it was loose and the uploader's own */
    boolean giveTo(Media.Owner owner, UUID id, String uploader) {
        return jdbc.sql("""
                        update media set owner_type = ?, owner_id = ?
                        where id = ? and uploaded_by = ? and owner_type is null
                        """).params(owner.type(), owner.id(), id, uploader).update() == 1;
    }

    /** @return all that the record ever had, also what was forgotten before */
    List<UUID> forget(Media.Owner owner, Instant now) {
        return jdbc.sql("""
                        update media set forgotten_at = coalesce(forgotten_at, ?::timestamptz)
                        where owner_type = ? and owner_id = ? returning id
                        """)
                .params(Timestamp.from(now), owner.type(), owner.id())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void deleteLoose(UUID id) {
        jdbc.sql("delete from media where id = ? and owner_type is null")
                .param(id)
                .update();
    }

    /** Whose bytes a retired key has encrypted. */
    List<UUID> sealedUnder(List<byte[]> prefixes, int limit) {
        return jdbc.sql("select id from media where sealed_under = any(?::bytea[]) order by id limit ?")
                .params(prefixes.toArray(byte[][]::new), limit)
                .query(UUID.class)
                .list();
    }

    /** Locked against its bytes being forgotten meanwhile. @return empty if there is no such row */
    Optional<Sealed> lockSealed(UUID id) {
        return jdbc.sql("select sealed_under, forgotten_at is not null from media where id = ? for update")
                .param(id)
                .query((row, number) -> new Sealed(row.getBytes(1), row.getBoolean(2)))
                .optional();
    }

    record Sealed(byte[] under, boolean forgotten) {}

    void sealedAnew(UUID id, byte[] former, byte[] fresh) {
        jdbc.sql("select renew_sealed('media', 'sealed_under', ?, ?, ?)")
                .params(new String[] {id.toString()}, new byte[][] {former}, new byte[][] {fresh})
                .query(Integer.class)
                .single();
    }

    private static Media media(ResultSet row, int number) throws SQLException {
        var type = row.getString("owner_type");
        return new Media(
                row.getObject("id", UUID.class),
                row.getString("content_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("bytes"),
                row.getString("uploaded_by"),
                type == null ? null : new Media.Owner(type, row.getString("owner_id")));
    }
}
