package cn.yuanlin.platform.membership;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations, in the caller's transaction. */
@Component
class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until the last day of what it gives; null for no end */
    record Terms(UUID unit, Relation relation, @Nullable LocalDate until) {}

    int openOf(UUID unit, Instant now) {
        return jdbc.sql("select count(*) from invitation where unit_id = ? and accepted_at is null and expires_at > ?")
                .params(unit, Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    void insert(Terms terms, String inviter, byte[] codeHash, Instant now, Instant expiresAt) {
        jdbc.sql("""
                insert into invitation (unit_id, inviter, relation, until, code_hash, made_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(terms.unit())
                .param(inviter)
                .param(terms.relation().name())
                .param(terms.until())
                .param(codeHash)
                .param(Timestamp.from(now))
                .param(Timestamp.from(expiresAt))
                .update();
    }

    /** Uses it up; empty if there is none such, it is used or too old, or who invited owns the unit no longer. */
    Optional<Terms> accept(byte[] codeHash, String subject, Instant now, LocalDate today) {
        return jdbc.sql("""
                update invitation i set accepted_by = ?, accepted_at = ?
                where i.code_hash = ? and i.accepted_at is null and i.expires_at > ? and (i.until is null or i.until >= ?)
                  and exists (
                    select from membership m
                    join holding h on h.unit_id = m.unit_id and m.person_id in (h.person_id, h.representative_id)
                    where m.subject = i.inviter and m.unit_id = i.unit_id and m.state = 'VERIFIED' and m.rights = 'OWNER')
                returning i.unit_id, i.relation, i.until
                """)
                .params(subject, Timestamp.from(now), codeHash, Timestamp.from(now), today)
                .query((row, n) -> new Terms(
                        row.getObject("unit_id", UUID.class),
                        Relation.valueOf(row.getString("relation")),
                        row.getObject("until", LocalDate.class)))
                .optional();
    }

    /** Nobody comes in on the word of who has left. */
    void withdrawAll(String inviter) {
        jdbc.sql("delete from invitation where inviter = ? and accepted_at is null")
                .param(inviter)
                .update();
    }
}
