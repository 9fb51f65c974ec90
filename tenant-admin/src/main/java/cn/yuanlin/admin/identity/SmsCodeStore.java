package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.shared.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

    /** Until the transaction ends nobody else asks for any of them. Phone first, always: no deadlock. */
    void lock(byte[]... hashes) {
        for (var each : hashes) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:each, 'hex'), 7))::text")
                    .param("each", each)
                    .query(String.class)
                    .single();
        }
    }

    List<Instant> requestsOfPhone(byte[] phone, Instant since) {
        return times("sms_request where phone_hash = :phone", Map.of("phone", phone), since);
    }

    List<Instant> requestsOfPair(byte[] phone, byte[] sender, Instant since) {
        return times(
                "sms_request where phone_hash = :phone and sender_hash = :sender",
                Map.of("phone", phone, "sender", sender),
                since);
    }

    List<Instant> requestsOfSender(byte[] sender, Instant since) {
        return times("sms_request where sender_hash = :sender", Map.of("sender", sender), since);
    }

    /** Of everybody. */
    int requestsSince(Instant since) {
        return jdbc.sql("select count(*) from control.sms_request where at > :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<Instant> triesOfPhone(byte[] phone, Instant since) {
        return times("sms_try where phone_hash = :phone", Map.of("phone", phone), since);
    }

    List<Instant> triesOfPair(byte[] phone, byte[] sender, Instant since) {
        return times(
                "sms_try where phone_hash = :phone and sender_hash = :sender",
                Map.of("phone", phone, "sender", sender),
                since);
    }

    private List<Instant> times(String rows, Map<String, byte[]> of, Instant since) {
        return jdbc
                .sql("select at from control." + rows + " and at > :since")
                .params(of)
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

    /** A wrong code was said. */
    void noteTry(byte[] phone, byte[] sender, Instant at) {
        jdbc.sql("""
                        insert into control.sms_try (id, phone_hash, sender_hash, at)
                        values (:id, :phone, :sender, :at)
                        """)
                .param("id", ids.next())
                .param("phone", phone)
                .param("sender", sender)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Beside the codes that are alive; drawn twice, it lives as long as the later one. */
    void put(byte[] phone, byte[] code, Instant expiresAt) {
        jdbc.sql("""
                        insert into control.sms_code (phone_hash, code_hash, expires_at)
                        values (:phone, :code, :expires)
                        on conflict (phone_hash, code_hash) do update set expires_at = excluded.expires_at
                        """)
                .param("phone", phone)
                .param("code", code)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Hashes of the phone's codes that may still be said. */
    List<byte[]> alive(byte[] phone, Instant now) {
        return jdbc.sql("select code_hash from control.sms_code where phone_hash = :phone and expires_at > :now")
                .param("phone", phone)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    void useAll(byte[] phone) {
        jdbc.sql("delete from control.sms_code where phone_hash = :phone")
                .param("phone", phone)
                .update();
    }

    void forget(Instant expired, Instant requestedBefore) {
        jdbc.sql("delete from control.sms_code where expires_at <= :expired")
                .param("expired", expired.atOffset(ZoneOffset.UTC))
                .update();
        for (var table : List.of("sms_request", "sms_try")) {
            jdbc.sql("delete from control." + table + " where at <= :before")
                    .param("before", requestedBefore.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
