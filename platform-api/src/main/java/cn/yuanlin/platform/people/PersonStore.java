package cn.yuanlin.platform.people;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons, one row each, their phones and documents readable with the estate's key only. */
class PersonStore {
    private final JdbcClient jdbc;
    private final PersonSecrets secrets;

    PersonStore(JdbcClient jdbc, PersonSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** @return the keyed hash of each row's person, in the order of the rows */
    List<byte[]> insertMissing(List<HoldingRow> rows) {
        var identities =
                rows.stream().map(row -> secrets.hash(Identity.of(row))).toList();
        jdbc.sql("""
                insert into person (identity_hash, kind, name, phone_cipher, phone_hash, id_type, id_cipher)
                select * from unnest(?::bytea[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::bytea[])
                on conflict (identity_hash) do nothing
                """)
                .param(identities.toArray(byte[][]::new))
                .param(texts(rows, row -> row.kind().name()))
                .param(texts(rows, HoldingRow::holder))
                .param(bytes(rows, row -> row.phone() == null ? null : secrets.encrypt(row.phone())))
                .param(bytes(rows, row -> row.phone() == null ? null : secrets.hash(row.phone())))
                .param(texts(
                        rows, row -> row.idType() == null ? null : row.idType().name()))
                .param(bytes(rows, row -> row.idNumber() == null ? null : secrets.encrypt(row.idNumber())))
                .update();
        return identities;
    }

    private static @Nullable String[] texts(List<HoldingRow> rows, Function<HoldingRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static byte[][] bytes(List<HoldingRow> rows, Function<HoldingRow, byte @Nullable []> value) {
        return rows.stream().map(value).toArray(byte[][]::new);
    }
}
