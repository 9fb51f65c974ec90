package cn.yuanlin.platform.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.keys.SealedColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of every table that keeps something encrypted, each value telling its place. In the caller's transaction. */
record SealedSample(JdbcClient jdbc, List<SealedColumn> columns) {
    /** What everything else hangs on. */
    void ground() {
        jdbc.sql("""
                insert into building (id, name, sort_key, floors) values (uuidv7(), '1幢', '1', 6);
                insert into unit (building_id, room, sort_key, area_dm2, use, area_source, state)
                    select id, '101', '1-101', 8900, 'HOUSE', 'REGISTER', 'SOLD' from building;
                insert into roll_version values (1, now(), 0, 0, 0, sha256('x'));
                insert into roll_event (at, kind, by_whom, reason, version) values (now(), 'IMPORTED', 'x', 'x', 1);
                insert into objection_period (version, opens_on, closes_on, opened_by, opened_at)
                    values (1, now()::date, now()::date, 'x', now());
                """).update();
    }

    /** One more of each. */
    void write(EstateSecrets secrets) {
        var person = UUID.randomUUID();
        var identity = secrets.lookupHash(person.toString(), "test");
        var hex = HexFormat.of().formatHex(identity);
        jdbc.sql("""
                        insert into person (id, identity_hash, kind, name, phone_cipher, phone_hash, id_type, id_cipher)
                        values (?, ?, 'PERSON', '甲', ?, ?, 'ID_CARD', ?)
                        """)
                .params(
                        person,
                        identity,
                        text("person", "phone_cipher", hex, secrets),
                        identity,
                        text("person", "id_cipher", hex, secrets))
                .update();
        jdbc.sql("""
                        insert into person_record (person_id, identity_hash, name, phone_cipher, phone_hash, valid_from, event_id)
                        select ?, ?, '甲', ?, ?, now()::date, id from roll_event
                        """)
                .params(person, identity, text("person_record", "phone_cipher", hex, secrets), identity)
                .update();
        var objection = UUID.randomUUID();
        jdbc.sql("""
                        insert into objection (id, period_id, unit_id, subject, at, text_cipher)
                        select ?, p.id, u.id, 'x', now(), ? from objection_period p, unit u
                        """)
                .params(objection, text("objection", "text_cipher", objection, secrets))
                .update();
        jdbc.sql("insert into objection_answer values (?, true, 'x', now(), ?)")
                .params(objection, text("objection_answer", "text_cipher", objection, secrets))
                .update();
        var preview = UUID.randomUUID();
        jdbc.sql("insert into preview values (?, now(), 'x', sha256('x'), ?, ?)")
                .params(preview, preview, file("preview", "content_cipher", preview, secrets))
                .update();
        jdbc.sql("insert into archive_passphrase values (true, ?, now()) on conflict do nothing")
                .param(text("archive_passphrase", "cipher", "only", secrets))
                .update();
    }

    /** @return how many values the secrets read, after each was found to be in its place */
    int read(EstateSecrets secrets) {
        int read = 0;
        for (var value : values()) {
            assertThat(plain(value, secrets)).isEqualTo(value.column().kind());
            read++;
        }
        return read;
    }

    /** @param column where it is kept */
    record Value(SealedColumn column, String row, byte[] sealed) {}

    List<Value> values() {
        var values = new ArrayList<Value>();
        for (var column : columns)
            values.addAll(jdbc.sql("select %s, %s from %s where %2$s is not null"
                            .formatted(column.place(), column.column(), column.table()))
                    .query((row, number) -> new Value(column, row.getString(1), row.getBytes(2)))
                    .list());
        return values;
    }

    static String plain(Value value, EstateSecrets secrets) {
        var kind = value.column().kind();
        if (value.column().form() == SealedColumn.Form.TEXT) return secrets.decrypt(value.sealed(), kind, value.row());
        try (var plain = secrets.decrypting(new ByteArrayInputStream(value.sealed()), kind, value.row())) {
            return new String(plain.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] text(String table, String column, Object row, EstateSecrets secrets) {
        var kind = kind(table, column);
        return secrets.encrypt(kind, kind, row);
    }

    private byte[] file(String table, String column, Object row, EstateSecrets secrets) {
        var kind = kind(table, column);
        var sealed = new ByteArrayOutputStream();
        try (var out = secrets.encrypting(sealed, kind, row)) {
            out.write(kind.getBytes(UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return sealed.toByteArray();
    }

    private String kind(String table, String column) {
        return columns.stream()
                .filter(known -> known.table().equals(table) && known.column().equals(column))
                .map(SealedColumn::kind)
                .findAny()
                .orElseThrow();
    }
}
