package cn.yuanlin.platform.people;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons, one row each, their phones and documents readable with the estate's key only. */
@Component
class PersonStore {
    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keyed hashes of a row's holder and of who acts for them. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: the database does that.
    record Identified(byte[] holder, byte @Nullable [] representative) {}

    /** @return whom each row is about, in the order of the rows */
    List<Identified> insertMissing(List<HoldingRow> rows, PersonSecrets secrets) {
        var holders = insert(rows, secrets);
        insert(
                rows.stream()
                        .map(HoldingRow::representativeRow)
                        .filter(Objects::nonNull)
                        .toList(),
                secrets);
        return IntStream.range(0, rows.size())
                .mapToObj(n -> new Identified(holders.get(n), representative(rows.get(n), secrets)))
                .toList();
    }

    private static byte @Nullable [] representative(HoldingRow row, PersonSecrets secrets) {
        var representative = row.representativeRow();
        return representative == null ? null : secrets.identityOf(representative);
    }

    private List<byte[]> insert(List<HoldingRow> rows, PersonSecrets secrets) {
        if (rows.isEmpty()) return List.of();
        var identities = rows.stream().map(secrets::identityOf).toList();
        jdbc.sql("""
                insert into person (identity_hash, kind, name, phone_cipher, phone_hash, id_type, id_cipher)
                select * from unnest(?::bytea[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::bytea[])
                on conflict (identity_hash) do nothing
                """)
                .param(identities.toArray(byte[][]::new))
                .param(texts(rows, row -> row.kind().name()))
                .param(texts(rows, HoldingRow::holder))
                .param(ciphers(rows, identities, HoldingRow::phone, secrets::encryptPhone))
                .param(rows.stream()
                        .map(row -> row.phone() == null ? null : secrets.hashPhone(row.phone()))
                        .toArray(byte[][]::new))
                .param(texts(
                        rows, row -> row.idType() == null ? null : row.idType().name()))
                .param(ciphers(rows, identities, HoldingRow::idNumber, secrets::encryptDocument))
                .update();
        return identities;
    }

    private static byte[][] ciphers(
            List<HoldingRow> rows,
            List<byte[]> identities,
            Function<HoldingRow, @Nullable String> value,
            BiFunction<String, byte[], byte[]> encrypt) {
        return IntStream.range(0, rows.size())
                .mapToObj(n -> {
                    var plain = value.apply(rows.get(n));
                    return plain == null ? null : encrypt.apply(plain, identities.get(n));
                })
                .toArray(byte[][]::new);
    }

    private static @Nullable String[] texts(List<HoldingRow> rows, Function<HoldingRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
