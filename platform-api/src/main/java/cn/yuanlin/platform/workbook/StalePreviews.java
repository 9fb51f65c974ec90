package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.tasks.EstateTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets a preview that nobody applied within a day: it holds phones and documents of the whole estate. */
@Component
class StalePreviews implements EstateTask {
    static final String NAME = "workbook.preview";
    static final Duration KEPT = Duration.ofDays(1);

    private final PreviewStore store;
    private final TransactionTemplate transaction;

    StalePreviews(PreviewStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> work(UUID preview, BooleanSupplier stopping) {
        transaction.executeWithoutResult(status -> store.delete(preview));
        return Optional.empty();
    }
}
