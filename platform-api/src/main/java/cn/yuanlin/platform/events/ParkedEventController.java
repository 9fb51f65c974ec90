package cn.yuanlin.platform.events;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: events that failed too often, and the order to try them again. */
@RestController
@RequestMapping("/internal/estates/{estate}/parked-events")
@Access(Level.SERVICE)
class ParkedEventController {
    private static final int SHOWN = 200;

    private final EstateRegistry registry;
    private final OutboxStore store;
    private final OutboxDrain drain;

    /** @param events how many run again */
    record Rerun(String type, int events) {}

    ParkedEventController(EstateRegistry registry, OutboxStore store, OutboxDrain drain) {
        this.registry = registry;
        this.store = store;
        this.drain = drain;
    }

    @GetMapping
    Page<OutboxStore.Parked> parkedEvents(@PathVariable UUID estate) {
        return new Page<>(store.parked(known(estate).schema(), SHOWN), null);
    }

    @PostMapping("/{type}/reruns")
    Rerun rerunParkedEvents(@PathVariable UUID estate, @PathVariable String type) {
        var role = known(estate).schema();
        var rerun = new Rerun(type, store.unpark(role, type));
        drain.wake(role);
        return rerun;
    }

    private Estate known(UUID estate) {
        return registry.byId(estate)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
