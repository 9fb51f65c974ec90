package cn.yuanlin.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A thousand requests of two estates share two connections, while some fail, some time out and some lose their backend. */
@TestPropertySource(properties = {"YUANLIN_DB_POOL=2", "spring.datasource.hikari.minimum-idle=1"})
@Import(InterleavedEstatesTest.Probe.class)
@DirtiesContext
class InterleavedEstatesTest extends PlatformTest {
    private static final int REQUESTS = 1_000;
    private static final int AT_ONCE = 16;
    private static final List<String> ENDINGS =
            List.of("well", "well", "well", "well", "well", "well", "fault", "timeout", "killed", "sql-error");

    @Autowired
    private HikariDataSource pool;

    @Test
    void noRowCrossesAndNothingOfAnEstateStays() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var atOnce = new Semaphore(AT_ONCE);
        var requests = IntStream.range(0, REQUESTS)
                .mapToObj(number -> {
                    var slug = random.nextBoolean() ? "disai-yuanyuan" : "linyuan";
                    var ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
                    return (Callable<String>) () -> {
                        atOnce.acquire();
                        try {
                            return ending + " " + outcome(slug, ending);
                        } finally {
                            atOnce.release();
                        }
                    };
                })
                .toList();
        var outcomes = new TreeMap<String, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var request : threads.invokeAll(requests)) outcomes.merge(request.get(), 1, Integer::sum);
        }
        assertThat(outcomes.keySet())
                .as("seed %d: %s", seed, outcomes)
                .allMatch(outcome -> outcome.startsWith("well 200")
                        || !outcome.startsWith("well") && outcome.matches("[a-z-]+ 50[03]"));
        assertThat(outcomes).containsKeys("well 200", "killed 503", "timeout 503", "fault 500", "sql-error 500");
        returnedConnectionsHoldNothing();
        onlyItsOwnRows(disai(), linyuan());
        onlyItsOwnRows(linyuan(), disai());
    }

    private int outcome(String slug, String ending) {
        var answer = http().get("/api/estates/" + slug + "/probe/" + ending);
        if (answer.status() != 200) return answer.status();
        var expected = slug.equals("linyuan") ? "e_0000000000a2" : "e_0000000000d1";
        assertThat(answer.json().path("role").asString()).isEqualTo(expected);
        assertThat(answer.json().path("path").asString()).isEqualTo(expected);
        assertThat(answer.json().path("strangers").asInt()).isZero();
        return 200;
    }

    private void returnedConnectionsHoldNothing() throws SQLException {
        try (var one = pool.getConnection();
                var two = pool.getConnection()) {
            for (var connection : List.of(one, two)) {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(
                                "select current_user, current_setting('role'), current_setting('search_path')")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo(TestCell.APP);
                    assertThat(row.getString(2)).isEqualTo("none");
                    assertThat(row.getString(3)).isIn("", "\"\"");
                }
            }
        }
    }

    private static void onlyItsOwnRows(Estate estate, Estate other) throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) filter (where actor = '%s'), count(*) filter (where actor = '%s') from %s.audit_event where act = 'probe'"
                                .formatted(estate.slug(), other.slug(), estate.schema()))) {
            row.next();
            assertThat(row.getInt(1)).isPositive();
            assertThat(row.getInt(2)).isZero();
        }
    }

    /** Writes a row that names its estate, looks for rows that name another, and ends as it is told. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Probe {
        @Autowired
        private JdbcClient jdbc;

        @GetMapping("/api/estates/{slug}/probe/{ending}")
        @Access(Access.Level.PUBLIC)
        @Transactional
        public Map<String, Object> probe(@PathVariable String slug, @PathVariable String ending) throws SQLException {
            jdbc.sql(
                            "insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), ?, 'probe', '', '')")
                    .param(slug)
                    .update();
            switch (ending) {
                case "fault" -> throw new IllegalStateException("as told");
                case "timeout" ->
                    jdbc.sql("set local statement_timeout = 5; select pg_sleep(5)")
                            .query()
                            .listOfRows();
                case "sql-error" -> jdbc.sql("select 1 / 0").query().singleValue();
                case "killed" -> killOwnBackend();
                default -> {}
            }
            var strangers = jdbc.sql("select count(*) from audit_event where act = 'probe' and actor <> ?")
                    .param(slug)
                    .query(Integer.class)
                    .single();
            return Map.of(
                    "role",
                            jdbc.sql("select current_user::text")
                                    .query(String.class)
                                    .single(),
                    "path",
                            jdbc.sql("select current_setting('search_path')")
                                    .query(String.class)
                                    .single(),
                    "strangers", strangers);
        }

        private void killOwnBackend() throws SQLException {
            var backend =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            try (var connection = TestCell.connectAsSuperuser();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(" + backend + ", 5000)");
            }
        }
    }
}
