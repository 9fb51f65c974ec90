package cn.yuanlin.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestIssuer;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EstateLifeTest extends PlatformTest {
    @Autowired
    private Changelog changelog;

    @Test
    void anEstateIsRegisteredBuiltOpenedClosedAndRemoved() {
        var id = UUID.randomUUID();
        var estate = "/internal/estates/" + id;
        assertThat(service().put(estate, form(id)).json().path("state").asString())
                .isEqualTo("STAGED");
        assertThat(service().put(estate, form(id)).status()).isEqualTo(200);

        assertThat(service().put(estate + "/state", Map.of("state", "ACTIVE")).status())
                .isEqualTo(409);
        var version = changelog.release().version();
        assertThat(service()
                        .put(estate + "/schema", null)
                        .json()
                        .path("schemaVersion")
                        .asInt())
                .isEqualTo(version);
        assertThat(service()
                        .put(estate + "/schema", null)
                        .json()
                        .path("schemaVersion")
                        .asInt())
                .isEqualTo(version);
        assertThat(service().get(estate + "/smoke-check").json().path("checks").isArray())
                .isTrue();

        assertThat(service()
                        .put(estate + "/state", Map.of("state", "ACTIVE"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(service().delete(estate).status()).isEqualTo(409);
        assertThat(service()
                        .put(estate + "/state", Map.of("state", "SUSPENDED"))
                        .status())
                .isEqualTo(200);
        assertThat(service().put(estate + "/state", Map.of("state", "ARCHIVED")).status())
                .isEqualTo(200);
        assertThat(service().put(estate + "/state", Map.of("state", "ACTIVE")).status())
                .isEqualTo(409);

        assertThat(service().delete(estate).status()).isEqualTo(204);
        assertThat(service().delete(estate).status()).isEqualTo(404);
        assertThat(service().get(estate).status()).isEqualTo(404);
    }

    @Test
    void aSlugBelongsToOneEstateAndASchemaNeverChanges() {
        var id = UUID.randomUUID();
        var other = UUID.randomUUID();
        service().put("/internal/estates/" + id, form(id));
        var sameSlug = form(other);
        sameSlug.put("slug", form(id).get("slug"));
        var refused = service().put("/internal/estates/" + other, sameSlug);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/estate-name-taken");

        var otherSchema = form(id);
        otherSchema.put("schema", form(other).get("schema"));
        assertThat(service()
                        .put("/internal/estates/" + id, otherSchema)
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo("/problems/estate-schema-fixed");
    }

    @Test
    void severalSchemasAreMadeSideBySideAndEachOnce() throws Exception {
        var estates = new ArrayList<UUID>();
        for (var i = 0; i < 4; i++) {
            var id = UUID.randomUUID();
            service().put("/internal/estates/" + id, form(id));
            estates.add(id);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var id : estates) {
                calls.add(() -> service()
                        .put("/internal/estates/" + id + "/schema", null)
                        .status());
                calls.add(() -> service()
                        .put("/internal/estates/" + id + "/schema", null)
                        .status());
            }
            for (var answer : threads.invokeAll(calls)) assertThat(answer.get()).isEqualTo(200);
        }
    }

    private Http service() {
        return http().as(TestIssuer.serviceToken());
    }

    private static Map<String, Object> form(UUID id) {
        var form = new java.util.HashMap<String, Object>();
        form.put("schema", "e_" + id.toString().substring(24));
        form.put("slug", "estate-" + id.toString().substring(24));
        form.put("name", "测试小区");
        form.put("city", "NINGBO");
        form.put("communityId", UUID.randomUUID());
        form.put("communityName", "春华社区");
        form.put("streetId", UUID.randomUUID());
        form.put("streetName", "集士港镇");
        return form;
    }
}
