package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is on the roll, for other features. Works in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Holders {
    private final JdbcClient jdbc;

    Holders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who holds a unit now, or acts for who does. */
    public record Holder(UUID person, String name) {}

    /** What is kept encrypted of a person. */
    public enum Field {
        PHONE,
        ID_NUMBER
    }

    /** A unit has few holders: not paged. */
    public List<Holder> of(UUID unit) {
        return jdbc.sql("""
                select distinct p.id, p.name from holding h join person p on p.id in (h.person_id, h.representative_id)
                where h.unit_id = ? order by p.id
                """)
                .param(unit)
                .query((row, n) -> new Holder(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /** The door in the roll's words, such as {@code 3幢2单元502室}. */
    public Optional<String> door(UUID unit) {
        return jdbc.sql(
                        "select b.name, u.entrance, u.room from unit u join building b on b.id = u.building_id where u.id = ?")
                .param(unit)
                .query((row, n) -> new UnitNo(row.getString(1), row.getString(2), row.getString(3)).toString())
                .optional();
    }

    /** In plain text: whoever asks answers for it that the reading is on record. Empty if there is no such person or value. */
    public Optional<String> reveal(UUID person, Field field, EstateSecrets keys) {
        var secrets = new PersonSecrets(keys);
        return jdbc.sql("select identity_hash, phone_cipher, id_cipher from person where id = ?")
                .param(person)
                .query((row, n) -> new Sealed(
                        row.getBytes("identity_hash"), row.getBytes("phone_cipher"), row.getBytes("id_cipher")))
                .optional()
                .flatMap(kept -> Optional.ofNullable(kept.open(field, secrets)));
    }

    private record Sealed(byte[] identity, byte @Nullable [] phone, byte @Nullable [] document) {
        @Nullable
        String open(Field field, PersonSecrets secrets) {
            return switch (field) {
                case PHONE -> phone == null ? null : secrets.decryptPhone(phone, identity);
                case ID_NUMBER -> document == null ? null : secrets.decryptDocument(document, identity);
            };
        }
    }
}
