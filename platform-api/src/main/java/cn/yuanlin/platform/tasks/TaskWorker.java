package cn.yuanlin.platform.tasks;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.EstateState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Binds the estate of an order and hands it to the feature. Suspending an estate stops people, not what was promised to them. */
@Component
class TaskWorker {
    private final EstateRegistry registry;

    TaskWorker(EstateRegistry registry) {
        this.registry = registry;
    }

    /** @return when to go on; nothing if all is done, or the estate is gone or closed for good */
    Optional<Instant> work(EstateTask task, TaskKey key, BooleanSupplier stopping) {
        var estate = registry.byId(key.estate()).filter(TaskWorker::goesOn);
        if (estate.isEmpty()) return Optional.empty();
        try (var logged = MDC.putCloseable("estate", key.estate().toString())) {
            return CurrentEstate.call(estate.get(), () -> task.work(key.subject(), stopping));
        }
    }

    private static boolean goesOn(Estate estate) {
        return estate.schemaVersion() != null && estate.state() != EstateState.ARCHIVED;
    }
}
