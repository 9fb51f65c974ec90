package cn.yuanlin.platform.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
        insert(rows, secrets);
        var identified = identify(rows, secrets);
        var unknown = new ArrayList<HoldingRow>();
        for (int n = 0; n < rows.size(); n++) {
            var acting = rows.get(n).representativeRow();
            // Somebody with a document may act; without it they would be taken for a second person.
            if (acting != null && Arrays.equals(identified.get(n).representative(), secrets.identityOf(acting)))
                unknown.add(acting);
        }
        insert(unknown, secrets);
        return identified;
    }

    /** Whom each row is about, whether they are on the roll yet or not; who acts is known by name and phone. */
    List<Identified> identify(List<HoldingRow> rows, PersonSecrets secrets) {
        var known = actingOnRoll(rows, secrets);
        return IntStream.range(0, rows.size())
                .mapToObj(n -> {
                    var acting = rows.get(n).representativeRow();
                    var met = known.get(n);
                    return new Identified(
                            secrets.identityOf(rows.get(n)),
                            acting == null || met != null ? met : secrets.identityOf(acting));
                })
                .toList();
    }

    private List<byte @Nullable []> actingOnRoll(List<HoldingRow> rows, PersonSecrets secrets) {
        var acting = rows.stream().map(HoldingRow::representative).toList();
        if (acting.stream().allMatch(Objects::isNull)) return Collections.nCopies(rows.size(), null);
        return jdbc.sql("""
                select (select p.identity_hash from person p where p.phone_hash = r.phone_hash and p.name = r.name
                        order by p.id_type is null, p.id limit 1)
                from unnest(?::bytea[], ?::text[]) with ordinality r (phone_hash, name, n) order by r.n
                """)
                .param(acting.stream()
                        .map(one -> one == null ? null : secrets.hashPhone(one.phone()))
                        .toArray(byte[][]::new))
                .param(acting.stream()
                        .map(one -> one == null ? null : one.name())
                        .toArray(String[]::new))
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** A person of the roll as a new row meets them. */
    record Met(UUID id, String name) {}

    /** Those of the identities that are on the roll, by identity in hex. */
    Map<String, Met> byIdentity(Collection<byte[]> identities) {
        var met = new HashMap<String, Met>();
        jdbc.sql(
                        "select id, encode(identity_hash, 'hex') identity, name from person where identity_hash = any(?::bytea[])")
                .param(identities.toArray(byte[][]::new))
                .query(row -> {
                    met.put(row.getString("identity"), new Met(row.getObject("id", UUID.class), row.getString("name")));
                });
        return met;
    }

    /** The number of a person's id card; empty if none is known. */
    Optional<String> idCard(UUID id, PersonSecrets secrets) {
        return jdbc.sql("select id_cipher, identity_hash from person where id = ? and id_type = 'ID_CARD'")
                .param(id)
                .query((row, n) -> secrets.decryptDocument(row.getBytes("id_cipher"), row.getBytes("identity_hash")))
                .optional();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, name from person where id = any(?::uuid[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Gives persons who are known the names and phones of their rows; a row without a phone leaves the phone as it is. */
    int correct(List<HoldingRow> rows, PersonSecrets secrets) {
        var identities = rows.stream().map(secrets::identityOf).toList();
        return jdbc.sql("""
                update person p set name = r.name,
                    phone_cipher = case when r.phone_hash is null then p.phone_cipher else r.phone_cipher end,
                    phone_hash = coalesce(r.phone_hash, p.phone_hash)
                from (select distinct on (identity_hash) *
                      from unnest(?::bytea[], ?::text[], ?::bytea[], ?::bytea[])
                          r (identity_hash, name, phone_cipher, phone_hash)
                      order by identity_hash, phone_hash) r
                where p.identity_hash = r.identity_hash
                  and (p.name <> r.name or r.phone_hash is not null and p.phone_hash is distinct from r.phone_hash)
                """)
                .param(identities.toArray(byte[][]::new))
                .param(texts(rows, HoldingRow::holder))
                .param(ciphers(rows, identities, HoldingRow::phone, secrets::encryptPhone))
                .param(phoneHashes(rows, secrets))
                .update();
    }

    /** How many persons {@link #correct} would change. */
    int corrections(List<HoldingRow> rows, PersonSecrets secrets) {
        return jdbc.sql("""
                select count(*) from person p
                join (select distinct on (identity_hash) *
                      from unnest(?::bytea[], ?::text[], ?::bytea[]) r (identity_hash, name, phone_hash)
                      order by identity_hash, phone_hash) r on p.identity_hash = r.identity_hash
                where p.name <> r.name or r.phone_hash is not null and p.phone_hash is distinct from r.phone_hash
                """)
                .param(rows.stream().map(secrets::identityOf).toArray(byte[][]::new))
                .param(texts(rows, HoldingRow::holder))
                .param(phoneHashes(rows, secrets))
                .query(Integer.class)
                .single();
    }

    private static byte[][] phoneHashes(List<HoldingRow> rows, PersonSecrets secrets) {
        return rows.stream()
                .map(row -> row.phone() == null ? null : secrets.hashPhone(row.phone()))
                .toArray(byte[][]::new);
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
                .param(phoneHashes(rows, secrets))
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
