package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.media.MediaFiles;
import cn.yuanlin.platform.tasks.EstateTask;
import cn.yuanlin.platform.tasks.EstateTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deeds and id cards are kept for as long as somebody may ask the committee to look again, and no longer. What was decided, by whom and
 * why stays, with the files' hashes.
 */
@Component
class EvidenceRetention implements EstateTask {
    static final String NAME = "membership.evidence";
    static final Duration KEPT = Duration.ofDays(30);

    private final MembershipStore store;
    private final MediaFiles files;
    private final EstateTasks tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceRetention(
            MembershipStore store, MediaFiles files, EstateTasks tasks, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.files = files;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nobody decides on the request any more. In the transaction that settles it. */
    void settled(UUID request) {
        if (store.evidenceOf(request) > 0)
            tasks.order(NAME, request, clock.instant().plus(KEPT));
    }

    /** At once, whatever became of the requests: the person is gone. Outside of transactions. */
    void forgetAllOf(String subject) {
        Objects.requireNonNull(transaction.execute(status -> store.withEvidence(subject)))
                .forEach(this::forget);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> work(UUID request, BooleanSupplier stopping) {
        var settled = Objects.requireNonNull(transaction.execute(status -> store.settledAt(request)));
        // Ordered in a transaction that came to nothing, or asked again since: what settles it then orders anew.
        if (settled.isEmpty()) return Optional.empty();
        var due = settled.get().plus(KEPT);
        if (due.isAfter(clock.instant())) return Optional.of(due);
        forget(request);
        return Optional.empty();
    }

    private void forget(UUID request) {
        files.forget(BindingEvidence.TYPE, request.toString());
    }
}
