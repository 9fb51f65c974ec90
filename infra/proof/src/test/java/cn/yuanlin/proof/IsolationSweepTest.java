package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.yuanlin.proof.ApiDocument.Operation;
import cn.yuanlin.proof.Caller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every operation of the kept OpenAPI documents, tried with every wrong kind of caller. A new endpoint is swept without
 * anyone remembering it; only what the documents call PUBLIC may answer, and then everybody alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationSweepTest {
    private static final String VICTIM = "disai-yuanyuan";
    private static final String ATTACKER = "liyuan";

    private final List<Operation> estateOperations =
            ApiDocument.of("platform-api").operations();
    private final List<Operation> platformOperations =
            ApiDocument.of("tenant-admin").operations();
    private final Map<String, String> idsByCollection = new HashMap<>();

    private Caller gateway;
    private Caller cell;
    private String victim;
    private String attacker;
    private String victimsId;
    private String foreignOffice;
    private String ownOffice;
    private String expired;

    @BeforeAll
    void bringUp() {
        var platform = RunningPlatform.get();
        expired = platform.shortLivedToken(VICTIM);
        var issued = Instant.now();
        gateway = platform.gateway();
        cell = platform.cell();
        victim = platform.committee(VICTIM);
        attacker = platform.committee(ATTACKER);
        ownOffice = platform.clerkAbove(VICTIM);
        foreignOffice = platform.clerkAbove(ATTACKER);
        victimsId = platform.estate(VICTIM).path("id").asString();
        Awaitility.await("the short-lived token to expire for services with a minute of clock skew")
                .atMost(Duration.ofMinutes(2))
                .until(() -> Instant.now().isAfter(issued.plusSeconds(62)));
    }

    /** @param signedIn whether the token is good, though somebody else's */
    private record Attack(String name, @Nullable String token, Map<String, String> headers, boolean signedIn) {
        /** Whoever is signed in may become a guest, bind a home, leave: what they then read is looked at. */
        boolean isOneOn(Operation operation) {
            return !(signedIn && operation.isPersonal()) || operation.method().equals("GET");
        }
    }

    private Stream<Attack> attacks(String real, String foreign) {
        var claims = Map.<String, Object>of(
                "organization",
                Map.of(victimsId, Map.of()),
                "realm_access",
                Map.of("roles", List.of("platform-admin")));
        return Stream.of(
                new Attack("no token", null, Map.of(), false),
                new Attack("rubbish", "not.a.token", Map.of(), false),
                new Attack("forged signature", Tokens.forged(real, claims), Map.of(), false),
                new Attack("altered claims", Tokens.altered(foreign, claims), Map.of(), false),
                new Attack("expired", expired, Map.of(), false),
                new Attack("another's token", foreign, Map.of(), true),
                new Attack("another's token, forged header", foreign, Map.of("X-Estate-Id", victimsId), true));
    }

    @TestFactory
    Stream<DynamicTest> noEstateEndpointAnswersTheWrongCaller() {
        return estateOperations.stream()
                .filter(operation -> !operation.isPublic() && !operation.isInternal())
                .flatMap(operation -> attacks(victim, attacker)
                        .filter(attack -> attack.isOneOn(operation))
                        .flatMap(attack -> Stream.of(gateway, cell)
                                .map(door -> dynamicTest(
                                        operation + " · " + attack.name() + " · " + door,
                                        () -> refusesOrTellsOfOneself(
                                                operation,
                                                attack,
                                                door.call(
                                                        operation.method(),
                                                        filled(operation, VICTIM, victim),
                                                        attack.token(),
                                                        attack.headers()))))));
    }

    @TestFactory
    Stream<DynamicTest> rowsOfAnotherEstateAreNotFoundBelowOnesOwn() {
        return estateOperations.stream()
                .filter(operation -> !operation.isInternal())
                .filter(operation -> operation.path().replace("{slug}", "").contains("{"))
                .filter(operation -> !operation.numbered())
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var path = filled(operation, VICTIM, victim).replace("/estates/" + VICTIM, "/estates/" + ATTACKER);
                    refuses(gateway.call(operation.method(), path, attacker, operation.body()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> publicEndpointsAnswerEverybodyAlike() {
        return estateOperations.stream()
                .filter(Operation::isPublic)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var path = filled(operation, VICTIM, victim);
                    var nobody = gateway.get(path, null).expecting(200);
                    assertThat(gateway.get(path, victim).body()).isEqualTo(nobody.body());
                    assertThat(gateway.get(path, attacker).body()).isEqualTo(nobody.body());
                }));
    }

    @TestFactory
    Stream<DynamicTest> noInternalEndpointIsReachableFromOutsideOrByPeople() {
        return Stream.concat(estateOperations.stream(), platformOperations.stream())
                .filter(Operation::isInternal)
                .flatMap(operation -> Stream.of(
                                victim, ownOffice, RunningPlatform.get().platformAdmin())
                        .flatMap(token -> Stream.of(
                                dynamicTest(
                                        operation + " · gateway",
                                        () -> refuses(
                                                gateway.call(operation.method(), anyIds(operation), token, Map.of()))),
                                dynamicTest(operation + " · past the gateway", () -> {
                                    var door = estateOperations.contains(operation)
                                            ? cell
                                            : RunningPlatform.get().tenantAdmin();
                                    refuses(door.call(operation.method(), anyIds(operation), token, Map.of()));
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> noPlatformEndpointAnswersTheWrongCaller() {
        return platformOperations.stream()
                .filter(operation -> !operation.isPublic() && !operation.isInternal())
                .flatMap(operation -> attacks(ownOffice, attacker)
                        .filter(attack -> attack.isOneOn(operation))
                        .map(attack -> dynamicTest(
                                operation + " · " + attack.name(),
                                () -> refusesOrTellsOfOneself(
                                        operation,
                                        attack,
                                        gateway.call(
                                                operation.method(),
                                                platformPath(operation),
                                                attack.token(),
                                                attack.headers())))));
    }

    @TestFactory
    Stream<DynamicTest> noOfficeReachesAnotherOfficesArea() {
        return platformOperations.stream()
                .filter(operation -> !operation.isPublic() && !operation.isInternal())
                .filter(operation -> operation.path().contains("{"))
                .map(operation -> dynamicTest(
                        operation.toString(),
                        () -> refuses(gateway.call(
                                operation.method(), platformPath(operation), foreignOffice, operation.body()))));
    }

    @Test
    void theSweepSweepsSomething() {
        assertThat(estateOperations.stream().filter(operation -> !operation.isInternal()))
                .hasSizeGreaterThan(8);
        assertThat(idsByCollection).doesNotContainValue("");
    }

    /** What is for everybody signed in answers another's good token with what is theirs, and no other caller at all. */
    private void refusesOrTellsOfOneself(Operation operation, Attack attack, Answer answer) {
        if (operation.isPersonal() && !attack.signedIn()) {
            answer.expecting(401);
        } else if (operation.isPersonal() && answer.status() == 200) {
            assertThat(answer.body()).doesNotContain(victimsId).doesNotContain(VICTIM);
        } else {
            refuses(answer);
        }
    }

    private static void refuses(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(401, 403, 404);
    }

    /** The path with the victim's own ids in it, taken from the collection each parameter belongs to. */
    private String filled(Operation operation, String slug, String token) {
        return fill(operation.path().replace("{slug}", slug), collection -> gateway.get(collection, token));
    }

    private String platformPath(Operation operation) {
        var path = operation.path().replace("{estate}", victimsId);
        return fill(path, collection -> gateway.get(collection, ownOffice));
    }

    private static String anyIds(Operation operation) {
        return operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private String fill(String path, Function<String, Answer> read) {
        var open = path.indexOf("/{");
        if (open < 0) return path;
        var collection = path.substring(0, open);
        var id = idsByCollection.computeIfAbsent(collection, key -> firstId(read.apply(key)));
        return fill(path.replaceFirst("/\\{[^}]*}", "/" + id), read);
    }

    private static String firstId(Answer answer) {
        if (answer.status() != 200) return UUID.randomUUID().toString();
        return answer.json()
                .path("items")
                .path(0)
                .path("id")
                .asString(UUID.randomUUID().toString());
    }
}
