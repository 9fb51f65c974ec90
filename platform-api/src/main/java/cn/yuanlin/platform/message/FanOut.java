package cn.yuanlin.platform.message;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a broadcast into inboxes, slice by slice. How far it got is written with the messages themselves, so that it goes on exactly
 * there whenever and wherever it was cut off.
 */
@Component
class FanOut {
    static final int SLICE = 500;

    private final BroadcastStore store;
    private final List<AudienceReader> readers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FanOut(BroadcastStore store, List<AudienceReader> readers, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.readers = List.copyOf(readers);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Gives the next slice theirs. @return whether there may be more */
    boolean next(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var broadcast = store.lock(id).filter(found -> !found.isFannedOut());
            if (broadcast.isEmpty()) return false;
            var subjects = slice(broadcast.get().audience(), broadcast.get().reached());
            if (!subjects.isEmpty()) {
                store.give(broadcast.get(), subjects, clock.instant());
                store.reach(id, subjects.getLast());
            }
            if (subjects.size() < SLICE) store.finish(id, clock.instant());
            return subjects.size() == SLICE;
        }));
    }

    private List<String> slice(Audience audience, @Nullable String after) {
        return switch (audience) {
            case Audience.Persons(var subjects) ->
                Broadcast.slice(subjects.stream().sorted(Utf8Order.INSTANCE).toList(), after, SLICE);
            case Audience.Holders(var roles) ->
                readers.stream()
                        .flatMap(reader -> reader.holders(roles, after, SLICE).stream())
                        .distinct()
                        .sorted(Utf8Order.INSTANCE)
                        .limit(SLICE)
                        .toList();
        };
    }
}
