package cn.yuanlin.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.PlatformTest;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HandlersTest extends PlatformTest {
    private static final Set<Role> ENTRUSTED = Set.of(Role.OWNER, Role.COMMITTEE);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyHandlerDeclaresWhoMayCallIt() {
        assertThat(mapping.getHandlerMethods().values())
                .filteredOn(HandlersTest::isOurs)
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(AccessInterceptor.accessOf(handler))
                        .as(handler.toString())
                        .isNotNull());
    }

    @Test
    void rolesAreNamedWhereRolesDecide() {
        assertThat(mapping.getHandlerMethods().values())
                .filteredOn(HandlersTest::isOurs)
                .extracting(AccessInterceptor::accessOf)
                .allSatisfy(access ->
                        assertThat(access.value() == Access.Level.ROLES).isEqualTo(access.roles().length > 0));
    }

    /** Reviewed: what may be written although the estate is suspended. */
    @Test
    void onlyReviewedHandlersWriteWhileSuspended() {
        assertThat(mapping.getHandlerMethods().entrySet().stream()
                        .filter(handler -> isOurs(handler.getValue()))
                        .filter(handler ->
                                AccessInterceptor.accessOf(handler.getValue()).whileSuspended())
                        .map(handler -> handler.getKey().getMethodsCondition() + " "
                                + handler.getKey().getPatternValues()))
                // What somebody does with their own data, and what must leave a trace, waits for no reactivation.
                .containsExactlyInAnyOrder(
                        "[PUT] [/api/estates/{slug}/archive-passphrase/taken]",
                        "[PUT] [/api/estates/{slug}/me/consents/{document}]",
                        "[POST] [/api/estates/{slug}/me/closing]",
                        "[DELETE] [/api/estates/{slug}/me/bindings/{membership}]",
                        "[POST] [/api/estates/{slug}/me/messages/{message}/reading]",
                        "[POST] [/api/estates/{slug}/persons/{person}/disclosures]");
    }

    /** Ballots and money too, once there are any: whose number may have changed hands reads, and writes nothing in an owner's name. */
    @Test
    void whatOwnersAndTheCommitteeWriteIsShutToWhoMayBeSomebodyElse() {
        assertThat(mapping.getHandlerMethods().entrySet().stream()
                        .filter(handler -> isOurs(handler.getValue()) && writes(handler.getKey()))
                        .map(handler -> AccessInterceptor.accessOf(handler.getValue()))
                        .filter(access -> Arrays.stream(access.roles()).anyMatch(ENTRUSTED::contains)))
                .isNotEmpty()
                .allMatch(Access::proven);
    }

    private static boolean writes(RequestMappingInfo request) {
        return !request.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    @Test
    void aHandlerThatDeclaresNothingIsRefusedToEverybody() {
        // springdoc's own handler carries no rule of ours and is there in tests
        assertThat(Arrays.asList(
                        http().get("/v3/api-docs").status(),
                        http().as(cn.yuanlin.platform.testing.TestIssuer.serviceToken())
                                .get("/v3/api-docs")
                                .status()))
                .containsExactly(401, 403);
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("cn.yuanlin.");
    }
}
