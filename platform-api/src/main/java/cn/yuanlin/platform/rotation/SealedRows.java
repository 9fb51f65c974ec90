package cn.yuanlin.platform.rotation;

import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.keys.SealedColumn;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an estate's schema keeps under which key. Works in the caller's transaction, in the estate that is bound. */
@Component
class SealedRows {
    private final JdbcClient jdbc;

    SealedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that the schema names. */
    record Place(String table, String column, String key, String type) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Value(String key, String row, byte[] sealed) {}

    /** Whether the schema is new enough to change keys. */
    boolean hasTables() {
        return jdbc.sql("select to_regclass('sealed_column') is not null and to_regclass('retired_key') is not null")
                .query(Boolean.class)
                .single();
    }

    List<Place> places() {
        return jdbc.sql("select table_name, column_name, key_column, key_type from sealed_column order by 1, 2")
                .query((row, number) ->
                        new Place(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    Set<ByteBuffer> retired() {
        return jdbc.sql("select prefix from retired_key").query(byte[].class).stream()
                .map(ByteBuffer::wrap)
                .collect(Collectors.toSet());
    }

    void retire(List<byte[]> prefixes) {
        jdbc.sql("insert into retired_key (prefix) select unnest(?::bytea[]) on conflict do nothing")
                .param(prefixes.toArray(byte[][]::new))
                .update();
    }

    boolean anyUnder(Place place, List<byte[]> prefixes) {
        return jdbc.sql("select exists (select from %s where substring(%s from 1 for 5) = any(?::bytea[]))"
                        .formatted(place.table(), place.column()))
                .param(prefixes.toArray(byte[][]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * Encrypts some anew.
     *
     * @param after the last key of the slice before; null for the first
     * @return the last key of this slice; empty if none was left
     */
    Optional<String> renewSome(
            Place place,
            SealedColumn column,
            List<byte[]> prefixes,
            @Nullable String after,
            int limit,
            EstateSecrets secrets) {
        var values = jdbc.sql("""
                        select %3$s::text, %5$s, %2$s from %1$s
                        where (?::%4$s is null or %3$s > ?::%4$s) and substring(%2$s from 1 for 5) = any(?::bytea[])
                        order by %3$s limit ?
                        """.formatted(place.table(), place.column(), place.key(), place.type(), column.place()))
                .param(after)
                .param(after)
                .param(prefixes.toArray(byte[][]::new))
                .param(limit)
                .query((row, number) -> new Value(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
        if (values.isEmpty()) return Optional.empty();
        jdbc.sql("select renew_sealed(?, ?, ?, ?, ?)")
                .param(place.table())
                .param(place.column())
                .param(values.stream().map(Value::key).toArray(String[]::new))
                .param(values.stream().map(Value::sealed).toArray(byte[][]::new))
                .param(values.stream()
                        .map(value -> column.renewed(value.sealed(), value.row(), secrets))
                        .toArray(byte[][]::new))
                .query(Integer.class)
                .single();
        return Optional.of(values.getLast().key());
    }
}
