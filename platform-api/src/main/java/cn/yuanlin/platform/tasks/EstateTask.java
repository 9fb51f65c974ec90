package cn.yuanlin.platform.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A kind of work that a feature contributes, as a bean. Ordered by {@link EstateTasks}. */
public interface EstateTask {
    /** Its name in the table of tasks, such as {@code message.broadcast}; never changes. */
    String name();

    /**
     * Works on one subject, with the estate bound and no transaction open. It reads what is to be done anew each time: it may have been
     * cut off anywhere before, and the process it was cut off in may turn out to be alive. Thrown faults are tried again, later and later.
     *
     * @param subject what it was ordered for
     * @param stopping whether the process wants to end: then come back soon, saying when to go on
     * @return when to go on, or nothing if all is done
     */
    Optional<Instant> work(UUID subject, BooleanSupplier stopping);
}
