package cn.yuanlin.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Keeps one estate's rush from using up what all estates of the cell share. */
@Component
class Bulkhead {
    private final TenancyProperties.Bulkhead limits;
    private final Cache<UUID, Semaphore> turns =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    Bulkhead(TenancyProperties properties) {
        limits = properties.bulkhead();
    }

    /** One request's place among its estate's; give it back by closing. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws cn.yuanlin.platform.shared.ProblemException 503 when too many wait already or the wait was too long */
    Turn enter(UUID estate) {
        var places = turns.get(estate, id -> new Semaphore(limits.concurrent(), true));
        if (!places.tryAcquire() && !waitFor(places)) {
            throw TenancyProblem.ESTATE_BUSY.problem().retryAfter(1).raise();
        }
        return places::release;
    }

    private boolean waitFor(Semaphore places) {
        if (places.getQueueLength() >= limits.waiting()) return false;
        try {
            return places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
