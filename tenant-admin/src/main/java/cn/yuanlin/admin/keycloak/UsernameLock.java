package cn.yuanlin.admin.keycloak;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Only one transaction at a time decides whose account a username is. The lock ends with the transaction, also when its
 * process dies.
 */
@Component
public class UsernameLock {
    private static final String KEY = "(hashtextextended('office-staff:' || :username, 0))";

    private final JdbcClient jdbc;

    UsernameLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if somebody else holds it */
    public boolean tryHold(String username) {
        return jdbc.sql("select pg_try_advisory_xact_lock" + KEY)
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    public void hold(String username) {
        jdbc.sql("select pg_advisory_xact_lock" + KEY + "::text")
                .param("username", username)
                .query(String.class)
                .single();
    }
}
