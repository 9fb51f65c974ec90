package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.shared.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SmsCodeStore {
    private final JdbcClient jdbc;
    private final Ids ids;

    SmsCodeStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Until the transaction ends nobody else asks for this phone or from there. Phone first, always: no deadlock. */
    void lock(byte[] phone, byte[] sender) {
        for (var each : List.of(phone, sender)) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:each, 'hex'), 7))::text")
                    .param("each", each)
                    .query(String.class)
                    .single();
        }
    }

    List<Instant> requestsOfPhone(byte[] phone, Instant since) {
        return times("select at from control.sms_request where phone_hash = :hash and at > :since", phone, since);
    }

    List<Instant> requestsOfSender(byte[] sender, Instant since) {
        return times("select at from control.sms_request where sender_hash = :hash and at > :since", sender, since);
    }

    private List<Instant> times(String sql, byte[] hash, Instant since) {
        return jdbc
                .sql(sql)
                .param("hash", hash)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    void note(byte[] phone, byte[] sender, Instant at) {
        jdbc.sql("""
                        insert into control.sms_request (id, phone_hash, sender_hash, at)
                        values (:id, :phone, :sender, :at)
                        """)
                .param("id", ids.next())
                .param("phone", phone)
                .param("sender", sender)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Replaces the phone's code, and its tries. */
    void put(byte[] phone, byte[] code, Instant expiresAt) {
        jdbc.sql("""
                        insert into control.sms_code (phone_hash, code_hash, tries, expires_at)
                        values (:phone, :code, 0, :expires)
                        on conflict (phone_hash)
                        do update set code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
                        """)
                .param("phone", phone)
                .param("code", code)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes one try. @return what the code's hash should be; empty if there is no code, or it is dead */
    Optional<byte[]> takeTry(byte[] phone, int tries, Instant now) {
        return jdbc.sql("""
                        update control.sms_code set tries = tries + 1
                        where phone_hash = :phone and tries < :tries and expires_at > :now
                        returning code_hash
                        """)
                .param("phone", phone)
                .param("tries", tries)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** @return false if somebody else used it, or a new one came, in between */
    boolean use(byte[] phone, byte[] code) {
        return jdbc.sql("delete from control.sms_code where phone_hash = :phone and code_hash = :code")
                        .param("phone", phone)
                        .param("code", code)
                        .update()
                == 1;
    }

    void forget(Instant expired, Instant requestedBefore) {
        jdbc.sql("delete from control.sms_code where expires_at <= :expired")
                .param("expired", expired.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from control.sms_request where at <= :before")
                .param("before", requestedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
