package cn.yuanlin.platform.events;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox: at once for estates this process has published in, by looking every so often for all others. Several processes
 * may do so; the lock on an estate's first event lets one of them at a time have the estate.
 */
@Component
class OutboxDrain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDrain.class);
    private static final int EVENTS_A_TURN = 100;
    private static final int ANNOUNCED_AT_MOST = 10_000;
    private static final long STOP_SECONDS = 15;

    private final OutboxStore store;
    private final OutboxDelivery delivery;
    private final EstateRegistry registry;
    private final OutboxMetrics metrics;
    private final OutboxProperties limits;
    private final Clock clock;
    private final LinkedBlockingQueue<String> announced = new LinkedBlockingQueue<>(ANNOUNCED_AT_MOST);
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    OutboxDrain(
            OutboxStore store,
            OutboxDelivery delivery,
            EstateRegistry registry,
            OutboxMetrics metrics,
            OutboxProperties limits,
            Clock clock) {
        this.store = store;
        this.delivery = delivery;
        this.registry = registry;
        this.metrics = metrics;
        this.limits = limits;
        this.clock = clock;
        this.places = new Semaphore(limits.sideBySide());
    }

    /** Announces that something waits; when too much is announced already, looking finds it. */
    void wake(String estateRole) {
        announced.offer(estateRole);
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        threads.execute(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) threads.shutdownNow();
        } catch (InterruptedException impatient) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        var now = clock.instant();
        var look = new Beat(limits.poll(), now);
        var measure = new Beat(limits.measureEvery(), now);
        var clean = new Beat(limits.cleanEvery(), now.plus(limits.cleanEvery()));
        var cleaning = false;
        while (running) {
            try {
                var pause = look.until(clock.instant()).toMillis();
                var estate = announced.poll(pause, TimeUnit.MILLISECONDS);
                if (estate != null) begin(estate);
                if (!look.isDue(clock.instant())) continue;
                store.estatesWithWaiting().forEach(this::begin);
                // Counts all that waits: a backlog must not be made worse by being looked at each second.
                if (measure.isDue(clock.instant())) metrics.note(store.backlog());
                if (clean.isDue(clock.instant())) cleaning = true;
                // Some at each look: after a long pause there is much to forget, and what waits must not wait for that.
                if (cleaning) cleaning = cleanSome();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException fault) {
                LOG.warn("can't look into the outbox; looking again", fault);
            }
        }
    }

    /** @return whether there may be more to forget */
    boolean cleanSome() {
        return store.cleanSome(clock.instant().minus(limits.keepDone()));
    }

    private void begin(String estateRole) {
        if (running && underWay.add(estateRole)) threads.execute(() -> drain(estateRole));
    }

    private void drain(String estateRole) {
        var more = false;
        try {
            places.acquire();
            try {
                more = registry.bySchema(estateRole).map(this::takeTurn).orElse(false);
            } finally {
                places.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.warn("can't drain the outbox of {}; trying again", estateRole, fault);
        } finally {
            underWay.remove(estateRole);
        }
        if (more) wake(estateRole);
    }

    /** Delivers some; an estate with many more queues up again behind the others. */
    private boolean takeTurn(Estate estate) {
        try (var logged = MDC.putCloseable("estate", estate.id().toString())) {
            var delivered = 0;
            while (running && delivered < EVENTS_A_TURN && delivery.deliverNext(estate)) delivered++;
            return delivered == EVENTS_A_TURN;
        }
    }
}
