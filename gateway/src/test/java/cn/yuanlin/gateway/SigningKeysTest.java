package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    @TempDir
    private Path directory;

    @Test
    void followsARotationOfKeysAndGoesOnWhileKeycloakIsDown() {
        try (var neighbourhood = new Neighbourhood();
                var gateway = neighbourhood.gateway(directory)) {
            var early = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            assertThat(gateway.get("/api/estates/elm/units", "Authorization", "Bearer " + early)
                            .statusCode())
                    .isEqualTo(200);
            neighbourhood.keycloak.rotate();
            var late = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            assertThat(gateway.get("/api/estates/elm/units", "Authorization", "Bearer " + late)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.get("/api/estates/elm/units", "Authorization", "Bearer " + early)
                            .statusCode())
                    .as("a key that Keycloak dropped")
                    .isEqualTo(401);
            neighbourhood.keycloak.backend.stop();
            var unseen = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            assertThat(gateway.get("/api/estates/elm/units", "Authorization", "Bearer " + unseen)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysThatItCannotTellWhenNoKeyWasEverFetched() {
        try (var neighbourhood = new Neighbourhood()) {
            var token = neighbourhood.keycloak.memberOf(UUID.randomUUID());
            try (var gateway = neighbourhood.gateway(directory)) {
                neighbourhood.keycloak.backend.stop();
                var answer = gateway.get("/api/estates/elm/products", "Authorization", "Bearer " + token);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("/problems/identity-unavailable");
                assertThat(gateway.get("/api/estates/elm/products").statusCode())
                        .isEqualTo(200);
                neighbourhood.keycloak.backend.comeBack();
                assertThat(gateway.get("/api/estates/elm/products", "Authorization", "Bearer " + token)
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
