package cn.yuanlin.platform;

import static cn.yuanlin.platform.testing.TestIssuer.serviceToken;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the control plane does to bring a demo estate on board, and what its people then find there. */
class OnboardedEstateTest extends PlatformTest {
    private static final Path WORKBOOKS = Path.of("../infra/demo/workbooks");
    private final UUID id = UUID.randomUUID();
    private final UUID workbook = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"disai-yuanyuan", "linyuan", "liyuan", "qinghe-li"})
    void isAliveAtOnce(String name) throws IOException {
        onboard(name);
        var counts = service().get(internal("")).json().get("counts");
        var estate = "/api/estates/" + slug();
        Members.admit(http(), id, "chair", Role.COMMITTEE, Role.OWNER);
        var chair = http().as(tokenOf("chair", id));

        assertThat(chair.get(estate + "/buildings?limit=200").json().get("items"))
                .hasSize(counts.get("buildings").asInt());
        var roll = chair.get(estate + "/roll/versions/1").json();
        assertThat(roll.get("units")).isEqualTo(counts.get("units"));
        assertThat(roll.get("owners").asInt())
                .isPositive()
                .isLessThan(roll.get("units").asInt());
        assertThat(http().get(estate + "/products?limit=1").json().get("items")).hasSize(1);
        assertThat(http().get(estate + "/notices").json().get("items"))
                .hasSize(counts.get("notices").asInt());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(held(chair, estate)).isPositive().isEqualTo(-opened(chair, estate)));
        var check = service().get(internal("/smoke-check")).json();
        assertThat(check.get("ok").asBoolean()).as(check.toString()).isTrue();
    }

    private void onboard(String name) throws IOException {
        var form = Map.of(
                "schema",
                "e_" + id.toString().substring(24),
                "slug",
                slug(),
                "name",
                name,
                "city",
                "NINGBO",
                "communityId",
                UUID.randomUUID(),
                "communityName",
                "社区",
                "streetId",
                UUID.randomUUID(),
                "streetName",
                "街道");
        succeed(service().put(internal(""), form));
        succeed(service().put(internal("/schema"), null));
        var staged = service()
                .putBytes(internal("/workbooks/" + workbook), Files.readAllBytes(WORKBOOKS.resolve(name + ".xlsx")));
        assertThat(staged.json().get("errors")).as(staged.text()).isEmpty();
        succeed(service().post(internal("/workbooks/" + workbook + "/import"), null));
        succeed(service().put(internal("/state"), Map.of("state", "ACTIVE")));
    }

    @AfterEach
    void removeTheEstate() {
        service().put(internal("/state"), Map.of("state", "ARCHIVED"));
        service().delete(internal(""));
    }

    private static long held(Http chair, String estate) {
        return sum(chair, estate, "BANK");
    }

    private static long opened(Http chair, String estate) {
        return sum(chair, estate, "OPENING");
    }

    private static long sum(Http chair, String estate, String account) {
        long sum = 0;
        for (var fund : chair.get(estate + "/funds").json().get("items"))
            for (var each : fund.get("accounts"))
                if (each.get("kind").asString().equals(account))
                    sum = Math.addExact(sum, each.get("balanceFen").asLong());
        return sum;
    }

    private static void succeed(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Http service() {
        return http().as(serviceToken());
    }

    private String slug() {
        return "demo-" + id.toString().substring(24);
    }

    private String internal(String path) {
        return "/internal/estates/" + id + path;
    }
}
