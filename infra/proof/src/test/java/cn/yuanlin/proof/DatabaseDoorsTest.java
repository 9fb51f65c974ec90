package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All databases of {@code ./run} share one server; each login gets into its own and into no other. */
class DatabaseDoorsTest {
    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void eachLoginFindsOneDatabaseOpen() throws SQLException {
        var open = new TreeMap<String, List<String>>();
        for (var login : logins().entrySet()) {
            for (var database : databases()) {
                if (admits(database, login.getKey(), login.getValue())) {
                    open.computeIfAbsent(login.getKey(), none -> new ArrayList<>())
                            .add(database);
                }
            }
        }
        assertThat(open)
                .isEqualTo(Map.of(
                        "c1_app", List.of("cell_c1"),
                        "c1_migrator", List.of("cell_c1"),
                        "control_app", List.of("control"),
                        "control_owner", List.of("control"),
                        "keycloak", List.of("keycloak")));
    }

    private Map<String, String> logins() {
        var secrets = platform.parts().secrets();
        return Map.of(
                "c1_app", secrets.get("c1-app"),
                "c1_migrator", secrets.get("c1-migrator"),
                "control_app", secrets.get("control-app"),
                "control_owner", secrets.get("control-owner"),
                "keycloak", secrets.get("keycloak-database"));
    }

    /** All that can be connected to at all, PostgreSQL's own among them. */
    private List<String> databases() throws SQLException {
        try (var connection = platform.parts().postgres().connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select datname from pg_database where datallowconn")) {
            var names = new ArrayList<String>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        }
    }

    private boolean admits(String database, String login, String password) throws SQLException {
        try (var connection = platform.parts().postgres().connect(database, login, password)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            assertThat(refused.getMessage()).contains("permission denied for database");
            return false;
        }
    }
}
