package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says whether the roll knows somebody at a door. Asks the same whether or not there is such a door. */
@Component
public class RollMatcher {
    private static final int LAST_SIGNS = 6;

    private final JdbcClient jdbc;

    RollMatcher(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param unit null if there is no such door
     * @param person who holds it, or acts for who does, with this name and this phone; null if nobody does
     * @param document whether these are also the last six signs of that person's id number
     */
    public record Match(@Nullable UUID unit, @Nullable UUID person, boolean document) {
        /** @param unit null if there is no such door */
        public static Match nobody(@Nullable UUID unit) {
            return new Match(unit, null, false);
        }
    }

    /**
     * @param phone verified; null matches nobody
     * @param lastSix of an id number; null matches nobody's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Match match(UnitNo door, String name, @Nullable String phone, @Nullable String lastSix, EstateSecrets keys) {
        var secrets = new PersonSecrets(keys);
        var claim = new Claim(plain(name), phone == null ? null : secrets.hashPhone(phone), lastSix, secrets);
        return jdbc.sql("""
                select u.id unit, p.id person, p.kind, p.name, p.phone_hash, p.identity_hash, p.id_cipher
                from unit u left join holding h on h.unit_id = u.id
                left join person p on p.id in (h.person_id, h.representative_id)
                where u.sort_key = ? order by p.id
                """).param(door.sortKey()).query((ResultSet rows) -> best(rows, claim));
    }

    private static Match best(ResultSet rows, Claim claim) throws SQLException {
        var best = Match.nobody(null);
        while (rows.next()) {
            var match = claim.against(rows);
            // All rows are looked at, so that time tells nothing about which one it was.
            if (best.person() == null) best = match;
        }
        return best;
    }

    private record Claim(
            String name,
            byte @Nullable [] phoneHash,
            @Nullable String lastSix,
            PersonSecrets secrets) {
        Match against(ResultSet row) throws SQLException {
            var unit = row.getObject("unit", UUID.class);
            var kept = row.getString("name");
            boolean document = documentMatches(row);
            if (kept == null || !HolderKind.PERSON.name().equals(row.getString("kind"))) return Match.nobody(unit);
            var keptPhone = row.getBytes("phone_hash");
            boolean phone = phoneHash != null && keptPhone != null && MessageDigest.isEqual(phoneHash, keptPhone);
            if (!phone || !name.equals(plain(kept))) return Match.nobody(unit);
            return new Match(unit, row.getObject("person", UUID.class), document);
        }

        private boolean documentMatches(ResultSet row) throws SQLException {
            var cipher = row.getBytes("id_cipher");
            if (cipher == null || lastSix == null) return false;
            var number = secrets.decryptDocument(cipher, row.getBytes("identity_hash"))
                    .toUpperCase(Locale.ROOT);
            if (number.length() < LAST_SIGNS || lastSix.length() != LAST_SIGNS) return false;
            return MessageDigest.isEqual(
                    number.substring(number.length() - LAST_SIGNS).getBytes(UTF_8),
                    lastSix.toUpperCase(Locale.ROOT).getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return "Claim[]";
        }
    }

    /** As people may type it: full-width signs, spaces and the dots within names of minorities make no difference. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}·•・.]", "")
                .toUpperCase(Locale.ROOT);
    }
}
