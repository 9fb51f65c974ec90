package cn.yuanlin.platform.media;

import cn.yuanlin.platform.media.MediaKey.Part;
import cn.yuanlin.platform.tasks.EstateTask;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets an upload that no record took within a day. */
@Component
class LooseMedia implements EstateTask {
    static final String NAME = "media.loose";
    static final Duration KEPT = Duration.ofDays(1);

    private final MediaRows rows;
    private final MediaStore store;
    private final TransactionTemplate transaction;

    LooseMedia(MediaRows rows, MediaStore store, TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The row goes first: a record that takes it at the same moment waits for that, and then finds nothing to take. */
    @Override
    public Optional<Instant> work(UUID media, BooleanSupplier stopping) {
        boolean isKept = Objects.requireNonNull(transaction.execute(status -> {
            rows.deleteLoose(media);
            return rows.find(media).isPresent();
        }));
        if (!isKept) {
            var schema = CurrentEstate.get().schema();
            for (var part : Part.values()) store.delete(new MediaKey(schema, media, part));
        }
        return Optional.empty();
    }
}
