package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRouteTableTest {
    @TempDir
    private Path directory;

    private final Neighbourhood neighbourhood = new Neighbourhood();

    @AfterEach
    void stop() {
        neighbourhood.close();
    }

    private RunningGateway restarted() {
        return RunningGateway.start(neighbourhood.keycloak, neighbourhood.tenantAdmin, directory.resolve("routes"));
    }

    @Test
    void routesFromDiskWhenRestartedWhileTenantAdminAndKeycloakAreDown() {
        neighbourhood.gateway(directory).close();
        neighbourhood.tenantAdmin.backend.stop();
        neighbourhood.keycloak.backend.stop();
        try (var gateway = restarted()) {
            assertThat(gateway.get("/api/estates/elm/products").body()).contains("\"by\":\"c1\"");
            assertThat(gateway.get("/api/estates/oak/products").body()).contains("\"by\":\"c2\"");
            assertThat(gateway.get("/api/estates/unknown").statusCode()).isEqualTo(404);
            assertThat(gateway.get("/api/platform/estates").statusCode()).isEqualTo(502);
            assertThat(gateway.manage("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void goesOnRoutingWhileTenantAdminIsDownAndFollowsItWhenItIsBack() {
        try (var gateway = neighbourhood.gateway(directory)) {
            neighbourhood.tenantAdmin.backend.stop();
            assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(200);
            neighbourhood.tenantAdmin.serves(
                    TenantAdminStub.row("ash", Neighbourhood.ELM, "c1", neighbourhood.cellOne));
            neighbourhood.tenantAdmin.backend.comeBack();
            await().until(() -> gateway.get("/api/estates/ash").statusCode() == 200);
            assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isNotReadyAndSaysSoWithoutAnyTable() {
        neighbourhood.tenantAdmin.backend.stop();
        try (var gateway = restarted()) {
            var answer = gateway.get("/api/estates/elm");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("/problems/routes-unknown");
            assertThat(gateway.manage("/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(gateway.manage("/actuator/health/liveness").statusCode()).isEqualTo(200);
            neighbourhood.tenantAdmin.backend.comeBack();
            await().until(() -> gateway.manage("/actuator/health/readiness").statusCode() == 200);
        }
    }

    @Test
    void ignoresADamagedCopyAndWritesASoundOneAgain() throws IOException {
        neighbourhood.gateway(directory).close();
        var file = directory.resolve("routes");
        var sound = Files.readString(file);
        Files.writeString(file, sound.replace("elm", "elk"));
        neighbourhood.tenantAdmin.backend.stop();
        try (var gateway = restarted()) {
            assertThat(gateway.get("/api/estates/elk").statusCode()).isEqualTo(503);
            neighbourhood.tenantAdmin.backend.comeBack();
            await().until(() -> gateway.get("/api/estates/elm").statusCode() == 200);
        }
        assertThat(Files.readString(file)).isEqualTo(sound);
    }

    @Test
    void keepsTheTableInUseWhenAnEmptyOrAnOlderOneIsGivenAndTakesTheNextGoodOne() {
        var elm = TenantAdminStub.row("elm", Neighbourhood.ELM, "c1", neighbourhood.cellOne);
        try (var gateway = neighbourhood.gateway(directory)) {
            neighbourhood.tenantAdmin.servesVersion(10, elm);
            await().until(() -> gateway.get("/api/estates/oak").statusCode() == 404);

            neighbourhood.tenantAdmin.servesVersion(11);
            awaitTwoQuestions();
            assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(200);

            var ash = TenantAdminStub.row("ash", Neighbourhood.OAK, "c2", neighbourhood.cellTwo);
            neighbourhood.tenantAdmin.servesVersion(9, ash);
            awaitTwoQuestions();
            assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(200);
            assertThat(gateway.get("/api/estates/ash").statusCode()).isEqualTo(404);
        }
        neighbourhood.tenantAdmin.servesVersion(1);
        try (var gateway = restarted()) {
            awaitTwoQuestions();
            assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(200);
            neighbourhood.tenantAdmin.servesVersion(
                    12, TenantAdminStub.row("oak", Neighbourhood.OAK, "c2", neighbourhood.cellTwo));
            await().until(() -> gateway.get("/api/estates/oak").statusCode() == 200);
            assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keepsTheTableInUseWhenTooManyEstatesVanishUntilTheVersionJumps() throws IOException {
        var elm = TenantAdminStub.row("elm", Neighbourhood.ELM, "c1", neighbourhood.cellOne);
        neighbourhood.tenantAdmin.servesVersion(10, rows(20));
        try (var gateway = restarted()) {
            await().until(() -> gateway.get("/api/estates/e19").statusCode() == 200);

            neighbourhood.tenantAdmin.servesVersion(11, rows(18));
            await().until(() -> gateway.get("/api/estates/e18").statusCode() == 404);

            neighbourhood.tenantAdmin.servesVersion(12, rows(16));
            awaitTwoQuestions();
            assertThat(gateway.get("/api/estates/e16").statusCode()).isEqualTo(200);
            assertThat(Files.readString(directory.resolve("routes"))).contains("\"e17\"");
            assertThat(gateway.manage("/actuator/prometheus").body())
                    .containsPattern("yuanlin_gateway_routes_refused_total [1-9]");

            // Restored at version 8, raised as operating.md says.
            neighbourhood.tenantAdmin.servesVersion(1_000_008, elm);
            await().until(() -> gateway.get("/api/estates/elm").statusCode() == 200);
            assertThat(gateway.get("/api/estates/e16").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void letsGoOfManyEstatesThatWereArchived() {
        neighbourhood.tenantAdmin.servesVersion(10, rows(3));
        try (var gateway = restarted()) {
            await().until(() -> gateway.get("/api/estates/e2").statusCode() == 200);

            var two = List.of(new UUID(1, 1), new UUID(1, 2));
            neighbourhood.tenantAdmin.servesVersionWithout(11, two, rows(1));
            await().until(() -> gateway.get("/api/estates/e2").statusCode() == 404);
            assertThat(gateway.get("/api/estates/e0").statusCode()).isEqualTo(200);

            neighbourhood.tenantAdmin.servesVersionWithout(12, List.of(new UUID(1, 0)));
            await().until(() -> gateway.get("/api/estates/e0").statusCode() == 404);
        }
    }

    private TenantAdminStub.Row[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> TenantAdminStub.row("e" + number, new UUID(1, number), "c1", neighbourhood.cellOne))
                .toArray(TenantAdminStub.Row[]::new);
    }

    /** After the second, the answer to the first has been dealt with. */
    private void awaitTwoQuestions() {
        int asked = neighbourhood.tenantAdmin.backend.seen.size();
        await().until(() -> neighbourhood.tenantAdmin.backend.seen.size() > asked + 1);
    }

    @Test
    void keepsTheTableInUseWhenTenantAdminAnswersNonsense() {
        try (var gateway = neighbourhood.gateway(directory)) {
            for (var nonsense : new String[] {"", "<html>", "{}", "{\"routes\":7}", "{\"routes\":[]}", "[1"}) {
                neighbourhood.tenantAdmin.backend.answers(request -> Backend.Answer.json(200, nonsense));
                awaitTwoQuestions();
                assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(200);
            }
        }
    }
}
