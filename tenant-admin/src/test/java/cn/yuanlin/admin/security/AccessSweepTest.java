package cn.yuanlin.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.ApiDescription;
import cn.yuanlin.admin.support.ApiDescription.Endpoint;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every endpoint of the API document that is not public, called by those who may not. A new endpoint is covered
 * without anyone remembering; one that changes something is called without a body, which a member of staff of
 * another office must not get to hear about.
 */
class AccessSweepTest extends AdminTest {
    @Autowired
    private ApiDescription description;

    @TestFactory
    Stream<DynamicTest> nobodyWithoutAGoodTokenGetsIn() {
        var admin = TokenIssuer.subject(UUID.randomUUID()).roles("platform-admin", "office-staff", "route-reader");
        var tokens = List.of(
                admin.expired(),
                admin.forged(),
                admin.with("iss", "https://elsewhere.example").sign());
        return closed().map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
            assertThat(send(null, endpoint, scene.street())).isEqualTo(401);
            for (var token : tokens) {
                assertThat(send(token, endpoint, scene.street())).isEqualTo(401);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aResidentsTokenOpensNothing() {
        var resident = TokenIssuer.subject(UUID.randomUUID()).sign();
        return closed().filter(endpoint -> !endpoint.isPersonal())
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> assertThat(send(resident, endpoint, scene.street()))
                                .isEqualTo(403)));
    }

    @TestFactory
    Stream<DynamicTest> staffOfAnotherOfficeReachNothingOfThisOne() {
        var here = scene.street();
        var elsewhere = scene.staffOf(scene.communityBelow(scene.street()));
        return closed().filter(endpoint -> endpoint.path().contains("{"))
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> assertThat(send(elsewhere, endpoint, here))
                                // 400 and 415 say only that the request has no body.
                                .isIn(400, 403, 404, 415)));
    }

    private Stream<Endpoint> closed() {
        return description.endpoints().stream().filter(endpoint -> !endpoint.isPublic());
    }

    private int send(String token, Endpoint endpoint, UUID office) {
        var path = endpoint.path()
                .replace("{office}", office.toString())
                .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        return (token == null ? api : api.as(token))
                .send(endpoint.method(), path, null)
                .status();
    }
}
