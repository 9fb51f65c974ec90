package cn.yuanlin.admin.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResidentAccountStore {
    private final JdbcClient jdbc;

    ResidentAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The phone's account; written down under this name if there is none. Whoever is first decides the name. */
    ResidentAccount ensure(byte[] phone, String username, byte @Nullable [] madeFor, Instant now) {
        jdbc.sql("""
                        insert into control.resident_account (username, phone_hash, made_for, created_at)
                        values (:username, :phone, :madeFor, :now) on conflict (phone_hash) do nothing
                        """)
                .param("username", username)
                .param("phone", phone)
                .param("madeFor", madeFor, Types.BINARY)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(
                        "select username, subject, reverify_since from control.resident_account where phone_hash = :phone")
                .param("phone", phone)
                .query(ResidentAccountStore::account)
                .single();
    }

    /** Open accounts only. */
    Optional<ResidentAccount> find(UUID subject) {
        return jdbc.sql("""
                        select username, subject, reverify_since from control.resident_account
                        where subject = :subject and closed_at is null
                        """)
                .param("subject", subject)
                .query(ResidentAccountStore::account)
                .optional();
    }

    /** @return true for the one call that did it */
    boolean nameSubject(String username, UUID subject) {
        return jdbc.sql(
                                "update control.resident_account set subject = :subject where username = :username and subject is null")
                        .param("subject", subject)
                        .param("username", username)
                        .update()
                == 1;
    }

    /**
     * The new phone's code was said just now.
     *
     * @param doubtful whether the one before was not shown: then the person proves anew who they are, from now on
     * @return false if the phone is another account's, or this one is closed
     */
    boolean changePhone(UUID subject, byte[] phone, Instant now, boolean doubtful) {
        return jdbc.sql("""
                                update control.resident_account set phone_hash = :phone, phone_shown_at = :now,
                                    reverify_since = case when :doubtful then :now else reverify_since end
                                where subject = :subject and closed_at is null
                                and not exists (select from control.resident_account other
                                    where other.phone_hash = :phone and other.subject is distinct from :subject)
                                """)
                        .param("phone", phone)
                        .param("subject", subject)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("doubtful", doubtful)
                        .update()
                == 1;
    }

    void notePhoneShown(UUID subject, Instant now) {
        jdbc.sql("update control.resident_account set phone_shown_at = :now where subject = :subject")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    /** Whether the account was made for this WeChat account, and was never linked to any yet. */
    boolean isMadeFor(UUID subject, byte[] openId) {
        return jdbc.sql(
                        "select made_for = :openId from control.resident_account where subject = :subject and made_for is not null")
                .param("openId", openId)
                .param("subject", subject)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Until the transaction ends nobody else changes the account. */
    void lock(UUID subject) {
        jdbc.sql("select username from control.resident_account where subject = :subject for update")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /** Until the transaction ends nobody else links this WeChat account, to whatever account of ours. */
    void lockWeChat(byte[] openId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:openId, 'hex'), 9))::text")
                .param("openId", openId)
                .query(String.class)
                .single();
    }

    void noteLinked(UUID subject) {
        jdbc.sql("update control.resident_account set made_for = null where subject = :subject")
                .param("subject", subject)
                .update();
    }

    /**
     * Somebody said the phone's code to sign in. Who comes after all this time proves anew who they are.
     *
     * @param quiet when the last sign-in was too long ago
     */
    void noteSmsSignIn(UUID subject, Instant now, Instant quiet) {
        jdbc.sql("""
                        update control.resident_account set signed_in_at = :now, phone_shown_at = :now,
                            reverify_since = case when coalesce(signed_in_at, created_at) < :quiet
                                then coalesce(reverify_since, :now) else reverify_since end
                        where subject = :subject
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("quiet", quiet.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    void noteWeChatSignIn(UUID subject, Instant now) {
        jdbc.sql("update control.resident_account set signed_in_at = :now where subject = :subject")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    Optional<Instant> phoneShownAt(UUID subject) {
        return jdbc.sql("""
                        select phone_shown_at from control.resident_account
                        where subject = :subject and phone_shown_at is not null
                        """)
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    boolean phoneWasShownSince(UUID subject, Instant since) {
        return jdbc.sql("""
                        select exists (select from control.resident_account
                            where subject = :subject and phone_shown_at >= :since)
                        """)
                .param("subject", subject)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The first time counts. */
    void demandReverification(UUID subject, Instant since) {
        jdbc.sql("""
                        update control.resident_account set reverify_since = coalesce(reverify_since, :since)
                        where subject = :subject
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    boolean reverified(UUID subject) {
        return jdbc.sql(
                                "update control.resident_account set reverify_since = null where subject = :subject and closed_at is null")
                        .param("subject", subject)
                        .update()
                == 1;
    }

    /** Forgets the phone with it. */
    void close(UUID subject, Instant now) {
        jdbc.sql("""
                        update control.resident_account set closed_at = :now, phone_hash = null
                        where subject = :subject and closed_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    private static ResidentAccount account(ResultSet row, int number) throws SQLException {
        var since = row.getObject("reverify_since", OffsetDateTime.class);
        return new ResidentAccount(
                row.getString("username"),
                row.getObject("subject", UUID.class),
                since == null ? null : since.toInstant());
    }
}
