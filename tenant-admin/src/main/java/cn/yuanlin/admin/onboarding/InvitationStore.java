package cn.yuanlin.admin.onboarding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Invitation> find(UUID estate) {
        return jdbc.sql("select username, subject from control.invitation where estate_id = :estate")
                .param("estate", estate)
                .query((row, number) -> new Invitation(row.getString("username"), row.getObject("subject", UUID.class)))
                .optional();
    }

    /** Committed by itself: after a crash the account in Keycloak is known to be ours. @return false if taken */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean intend(UUID estate, String username, Instant now) {
        return jdbc.sql("""
                                insert into control.invitation (estate_id, username, invited_at)
                                values (:estate, :username, :now) on conflict do nothing
                                """)
                        .param("estate", estate)
                        .param("username", username)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void invited(UUID estate, UUID subject) {
        jdbc.sql("update control.invitation set subject = :subject where estate_id = :estate")
                .param("estate", estate)
                .param("subject", subject)
                .update();
    }

    void delete(UUID estate) {
        jdbc.sql("delete from control.invitation where estate_id = :estate")
                .param("estate", estate)
                .update();
    }
}
