package cn.yuanlin.admin.keycloak;

import cn.yuanlin.admin.shared.Refusal;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Every call to the realm goes through here, so that each failure of Keycloak's becomes one clear 503. */
@Component
class RealmCalls {
    private static final Logger log = LoggerFactory.getLogger(RealmCalls.class);

    private final RealmResource realm;

    RealmCalls(Keycloak keycloak, KeycloakSettings settings) {
        this.realm = keycloak.realm(settings.realm());
    }

    /** @throws Refusal of type {@link KeycloakProblem#UNAVAILABLE} */
    <T> T ask(Function<RealmResource, T> call) {
        return guarded(() -> call.apply(realm));
    }

    /**
     * Sends a command and tells the status.
     *
     * @param fine statuses beside 2xx that the caller can live with, e.g. 409 for "is there already"
     */
    int tell(Function<RealmResource, Response> command, Integer... fine) {
        return guarded(() -> {
            try (var answer = command.apply(realm)) {
                var status = answer.getStatus();
                if (status / 100 == 2 || Set.of(fine).contains(status)) {
                    return status;
                }
                throw new WebApplicationException(status);
            }
        });
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refused) {
            log.warn("Keycloak answered {}", refused.getResponse().getStatus());
            throw unavailable(refused);
        } catch (ProcessingException unreachable) {
            log.warn("Keycloak cannot be reached: {}", unreachable.getMessage());
            throw unavailable(unreachable);
        }
    }

    private static Refusal unavailable(RuntimeException cause) {
        var refusal = KeycloakProblem.UNAVAILABLE.because("身份服务暂时无法使用，请稍后再试一次；已完成的部分不会重复。");
        refusal.initCause(cause);
        return refusal;
    }
}
