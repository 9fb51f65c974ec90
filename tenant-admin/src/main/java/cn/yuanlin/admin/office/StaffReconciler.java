package cn.yuanlin.admin.office;

import cn.yuanlin.admin.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Finishes removals that Keycloak could not hear of at the time. Any replica may; all together do no harm. */
@Configuration
@EnableScheduling
class StaffReconciler {
    private static final Logger log = LoggerFactory.getLogger(StaffReconciler.class);
    private static final int AT_ONCE = 50;
    private static final String EVERY = "${yuanlin.reconcile-every}";

    private final StaffStore store;
    private final StaffRemoval removal;

    StaffReconciler(StaffStore store, StaffRemoval removal) {
        this.store = store;
        this.removal = removal;
    }

    @Scheduled(initialDelayString = EVERY, fixedDelayString = EVERY)
    void finishRemovals() {
        for (var staff : store.halfRemoved(AT_ONCE)) {
            try {
                removal.complete(staff.office(), staff.id(), staff.username());
            } catch (Refusal keycloakAway) {
                // The next one may be luckier: what Keycloak refuses for one must not hold up the others.
                log.warn("a removal waits for Keycloak: {}", staff.id());
            }
        }
    }
}
