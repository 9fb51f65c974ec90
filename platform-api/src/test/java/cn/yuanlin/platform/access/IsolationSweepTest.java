package cn.yuanlin.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.ApiDocument;
import cn.yuanlin.platform.testing.ApiDocument.Operation;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Every operation of the API document, also those that are yet to come, called by those who must not. */
class IsolationSweepTest extends PlatformTest {
    private static final String OURS = "sweep-disai";
    private static final String THEIRS = "sweep-linyuan";
    private static final String NOBODY = "sweep-nobody";
    /** Reviewed: these name no row of a table, so that those of another estate can't be asked for. With a value to try. */
    private static final Map<String, Object> NO_ROWS =
            Map.of("version", 1, "code", "0000000000", "document", "PRIVACY");

    private static final List<Role> EVERY_ROLE = List.of(Role.values());

    @Autowired
    private ApiDocument document;

    @Autowired
    private EstateKeys keys;

    @BeforeEach
    void oneInsiderOfEachEstate() {
        keys.make(DISAI);
        admit(DISAI, OURS);
        admit(LINYUAN, THEIRS);
    }

    @Test
    void nobodyGetsIntoAnEstateWithoutAGoodToken() {
        refused(
                List.of(401),
                protectedOperations(),
                Map.of(
                        "no token", Function.identity(),
                        "an expired token", http -> http.as(TestIssuer.expiredTokenOf(OURS, DISAI)),
                        "a forged signature", http -> http.as(TestIssuer.forgedTokenOf(OURS, DISAI)),
                        "a token for another audience", http -> http.as(TestIssuer.tokenForOthersOf(OURS, DISAI)),
                        "rubbish", http -> http.as("rubbish")));
    }

    @Test
    void nobodyGetsIntoAnotherEstate() {
        refused(
                List.of(403, 404),
                protectedOperations().filter(operation -> !operation.isForAnyPerson()),
                Map.of(
                        "another estate's member", http -> http.as(TestIssuer.tokenOf(THEIRS, LINYUAN)),
                        "another estate's member who forges the gateway's header",
                                http -> http.as(TestIssuer.tokenOf(THEIRS, LINYUAN))
                                        .with("X-Estate-Id", LINYUAN.toString()),
                        "another estate's member who names this one in the header",
                                http -> http.as(TestIssuer.tokenOf(THEIRS, LINYUAN))
                                        .with("X-Estate-Id", DISAI.toString()),
                        "a claim without a row", http -> http.as(TestIssuer.tokenOf(NOBODY, DISAI, LINYUAN)),
                        "the control plane", http -> http.as(TestIssuer.serviceToken())));
    }

    @Test
    void machinesAreNoPersons() {
        refused(
                List.of(403),
                protectedOperations().filter(Operation::isForAnyPerson),
                Map.of("the control plane", http -> http.as(TestIssuer.serviceToken())));
    }

    @Test
    void aRowWithoutTheClaimIsNotEnoughForMembers() {
        var forMembers = protectedOperations()
                .filter(operation -> !operation.access().equals(List.of("GUEST")) && !operation.isForAnyPerson());
        refused(List.of(403), forMembers, Map.of("a row without the claim", http -> http.as(TestIssuer.tokenOf(OURS))));
    }

    @Test
    void theHeaderMustNameTheEstateOfThePath() {
        refused(
                List.of(404),
                estateOperations(),
                Map.of(
                        "a header that names another estate",
                        http -> http.as(TestIssuer.tokenOf(OURS, DISAI)).with("X-Estate-Id", LINYUAN.toString())));
    }

    /** A path variable is named like the table its rows are in, or stands in the reviewed list with a value to try. */
    @Test
    void everyVariableOfAPathIsATableOrReviewed() throws SQLException {
        for (var variable : document.variables())
            assertThat(tableExists(variable) || NO_ROWS.containsKey(variable))
                    .as("{%s} is no table: rename it, or review it", variable)
                    .isTrue();
        assertThat(document.variables()).containsAll(NO_ROWS.keySet());
    }

    /** A new table needs a line in {@code foreign-rows.sql}. Each variable is tried by itself, the others naming rows of ours. */
    @Test
    void rowsOfAnotherEstateAreNotFoundByTheirIds() throws SQLException {
        var foreign = rowsOf(linyuan());
        var own = rowsOf(disai());
        var tried = new HashSet<String>();
        for (var operation : estateOperations().toList()) {
            for (var variable : operation.variables()) {
                if (NO_ROWS.containsKey(variable)) continue;
                assertThat(foreign)
                        .as("no row of the other estate for %s", operation)
                        .containsKey(variable);
                var values = new HashMap<String, Object>(own);
                values.putAll(NO_ROWS);
                values.put(variable, foreign.get(variable));
                var path = operation.pathIn("disai-yuanyuan", values);
                var answer = http().as(TestIssuer.tokenOf(OURS, DISAI))
                        .send(operation.method(), path, document.sampleBody(operation));
                assertThat(answer.status())
                        .as("%s with a foreign %s: %s", operation, variable, answer.text())
                        .isIn(403, 404);
                tried.add(variable);
            }
        }
        var tables = new HashSet<>(document.variables());
        tables.removeAll(NO_ROWS.keySet());
        assertThat(tried).isNotEmpty().isEqualTo(tables);
    }

    @AfterEach
    void takeAwayWhatNoKeyOpens() throws SQLException, IOException {
        var script = new ClassPathResource("foreign-rows-away.sql").getContentAsString(UTF_8);
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            for (var estate : List.of(disai(), linyuan())) {
                statement.execute("set search_path = " + estate.schema());
                statement.execute(script);
            }
        }
    }

    private Map<String, UUID> rowsOf(Estate estate) throws SQLException {
        var script = new ClassPathResource("foreign-rows.sql");
        var rows = new HashMap<String, UUID>();
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = " + estate.schema());
            statement.execute(script.getContentAsString(UTF_8));
            for (var table : document.variables()) {
                if (!tableExists(table)) continue;
                try (var row = statement.executeQuery("select id from " + table + " limit 1")) {
                    if (row.next()) rows.put(table, row.getObject(1, UUID.class));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private boolean tableExists(String table) throws SQLException {
        try (var connection = TestCell.connectAsSuperuser();
                var query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, linyuan().schema() + "." + table);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Test
    void onlyTheControlPlaneReachesTheInside() {
        refused(
                List.of(401),
                internalOperations(),
                Map.of(
                        "no token",
                        Function.identity(),
                        "a forged token of the control plane",
                        http -> http.as(TestIssuer.forgedTokenOf("tenant-admin"))));
        refused(
                List.of(403),
                internalOperations(),
                Map.of("a member of the estate", http -> http.as(TestIssuer.tokenOf(OURS, DISAI))));
    }

    @Test
    void whatIsPublicIsTheSameForEverybody() {
        estateOperations().filter(Operation::isPublic).forEach(operation -> {
            var path = operation.pathIn("disai-yuanyuan", UUID.randomUUID());
            var body = withoutRequestId(http().get(path));
            assertThat(Stream.of(
                                    http().as(TestIssuer.tokenOf(OURS, DISAI)),
                                    http().as(TestIssuer.tokenOf(THEIRS, LINYUAN)),
                                    http().as(TestIssuer.expiredTokenOf(OURS, DISAI)),
                                    http().as("rubbish"))
                            .map(http -> withoutRequestId(http.get(path))))
                    .as(operation.toString())
                    .containsOnly(body);
        });
    }

    @Test
    void anInsiderIsLetIn() {
        assertThat(http().as(TestIssuer.tokenOf(OURS, DISAI))
                        .get("/api/estates/disai-yuanyuan/me")
                        .status())
                .isEqualTo(200);
    }

    private void refused(
            List<Integer> statuses, Stream<Operation> operations, Map<String, Function<Http, Http>> intruders) {
        var all = operations.toList();
        assertThat(all).isNotEmpty();
        intruders.forEach((who, disguise) -> all.forEach(operation -> {
            var path = operation.pathIn("disai-yuanyuan", DISAI);
            var answer = disguise.apply(http()).send(operation.method(), path, null);
            assertThat(answer.status())
                    .as("%s as %s: %s", operation, who, answer.text())
                    .isIn(statuses);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }));
    }

    private Stream<Operation> estateOperations() {
        return document.operations().stream().filter(Operation::isOfAnEstate);
    }

    private Stream<Operation> protectedOperations() {
        return estateOperations().filter(operation -> !operation.isPublic());
    }

    private Stream<Operation> internalOperations() {
        return document.operations().stream()
                .filter(operation -> operation.path().startsWith("/internal/"));
    }

    private void admit(UUID estate, String subject) {
        var answer = http().as(TestIssuer.serviceToken())
                .put("/internal/estates/" + estate + "/members/" + subject, Map.of("name", "甲", "roles", EVERY_ROLE));
        assertThat(answer.status()).isEqualTo(204);
    }

    private static String withoutRequestId(Http.Answer answer) {
        return answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
