package cn.yuanlin.platform.people;

import java.util.List;
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

    /** @return the keyed hash of each row's person, in the order of the rows */
    List<byte[]> insertMissing(List<HoldingRow> rows, PersonSecrets secrets) {
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
