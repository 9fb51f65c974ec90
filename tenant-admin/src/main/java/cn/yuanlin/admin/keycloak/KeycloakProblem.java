package cn.yuanlin.admin.keycloak;

import cn.yuanlin.admin.shared.ProblemType;
import org.springframework.http.HttpStatus;

/** What can go wrong with the identity service. */
public final class KeycloakProblem {
    /** Keycloak is down, too slow, or refuses us; the same request may be sent again. */
    public static final ProblemType UNAVAILABLE =
            new ProblemType("identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "身份服务暂不可用");

    private KeycloakProblem() {}
}
