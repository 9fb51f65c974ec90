package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a process at an exact place of an onboarding run and lets it go on: after the step's work, before its outcome
 * is recorded, which is where doing it twice would show. The place is held by a trigger in the control database that
 * waits for a lock of the test's, so nothing in the product knows of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingCrashTest {
    private static final List<String> STEPS = List.of(
            "VERIFY", "PLACE", "ORGANIZATION", "SCHEMA", "IMPORT", "SHOPS", "INVITE", "SMOKE_CHECK", "ACTIVATE");
    private static final List<String> VICTIMS = List.of("tenant-admin", "platform-api-c1", "postgres");
    private static final long GATE = 20_260_101;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Platform platform;
    private Newcomers office;
    private int estates;

    @BeforeAll
    void bringUp() throws SQLException {
        platform = Platform.start(
                Settings.forTests(Path.of("target/crash").toAbsolutePath(), 1).emptied());
        office = new Newcomers(platform);
        try (var control = control();
                var statement = control.createStatement()) {
            statement.execute("""
                    create table public.gate (step text);
                    grant select on public.gate to public;
                    grant usage on schema public to public;
                    create function public.wait_at_gate() returns trigger language plpgsql as $$
                    begin
                        if exists (select from public.gate where step = new.step) then
                            perform pg_advisory_xact_lock(%d);
                        end if;
                        return new;
                    end $$;
                    create trigger gate before update on control.onboarding_step for each row
                        when (new.state = 'DONE') execute function public.wait_at_gate();
                    """.formatted(GATE));
        }
    }

    @AfterAll
    void bringDown() {
        if (platform != null) platform.close();
    }

    /** All combinations with {@code -Dyuanlin.long=true}; else each step once and each victim three times. */
    static Stream<List<String>> kills() {
        if (Boolean.getBoolean("yuanlin.long")) {
            return STEPS.stream().flatMap(step -> VICTIMS.stream().map(victim -> List.of(step, victim)));
        }
        return IntStream.range(0, STEPS.size())
                .mapToObj(number -> List.of(STEPS.get(number), VICTIMS.get(number % VICTIMS.size())));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void aRunThatIsCutOffIsFinishedAndNothingIsThereTwice(List<String> kill) throws SQLException {
        var step = kill.getFirst();
        var victim = kill.getLast();
        var slug = "crash-" + ++estates;
        Awaitility.await("the control plane to have got over the kill before")
                .atMost(PATIENCE)
                .until(() -> office.get("/overview").status() == 200);
        var estate = office.enter(slug);
        String run;
        try (var gate = control()) {
            hold(gate, step);
            run = office.start(estate);
            awaitSomebodyAtTheGate();
            platform.kill(victim);
            if (!victim.equals("postgres")) release(gate);
        }
        if (victim.equals("postgres")) platform.start(victim);
        open();
        if (!victim.equals("postgres")) platform.start(victim);
        Awaitility.await("run of " + slug + " after killing " + victim + " at " + step)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> office.stateOf(run), state -> {
                    assertThat(state).as("run of " + slug).isNotEqualTo("FAILED");
                    return state.equals("DONE");
                });
        assertExactlyOneOfEach(estate, slug);
    }

    private void assertExactlyOneOfEach(String estate, String slug) throws SQLException {
        var schema = "e_" + estate.substring(24);
        assertThat(count("cell_c1", "select count(*) from pg_namespace where nspname = '" + schema + "'"))
                .isOne();
        assertThat(count("cell_c1", "select count(*) from pg_roles where rolname = '" + schema + "'"))
                .isOne();
        assertThat(count("cell_c1", "select count(*) from " + schema + ".roll_version"))
                .isOne();
        assertThat(count("cell_c1", "select count(*) from " + schema + ".member"))
                .isOne();
        assertThat(count("keycloak", "select count(*) from org where alias = '" + estate + "'"))
                .isOne();
        assertThat(count("control", "select count(*) from control.invitation where estate_id = '" + estate + "'"))
                .isOne();
        assertThat(count("keycloak", "select count(*) from user_entity where username like '" + slug + "-%'"))
                .isOne();
        office.awaitAtGateway(slug, 200);
    }

    private void hold(Connection gate, String step) throws SQLException {
        try (var statement = gate.createStatement()) {
            statement.execute("insert into public.gate values ('" + step + "')");
            statement.execute("select pg_advisory_lock(" + GATE + ")");
        }
    }

    private static void release(Connection gate) throws SQLException {
        try (var statement = gate.createStatement()) {
            statement.execute("delete from public.gate");
            statement.execute("select pg_advisory_unlock(" + GATE + ")");
        }
    }

    /** The lock went with the connection; the gate itself is a row, and survives a crash of the database. */
    private void open() throws SQLException {
        try (var control = control();
                var statement = control.createStatement()) {
            statement.execute("delete from public.gate");
        }
    }

    /** The platform has advisory locks of its own: only the gate's number counts, whose upper half is zero. */
    private void awaitSomebodyAtTheGate() {
        var waiting = """
                select count(*) from pg_locks where locktype = 'advisory' and not granted
                and database = (select oid from pg_database where datname = 'control')
                and classid = 0 and objid = %d and objsubid = 1""".formatted(GATE);
        Awaitility.await("the run to stand at the gate")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count("control", waiting) > 0);
    }

    private long count(String database, String sql) throws SQLException {
        try (var connection = platform.postgres().connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection control() throws SQLException {
        return platform.postgres().connect("control");
    }
}
