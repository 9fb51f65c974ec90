package cn.yuanlin.platform.people;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The figures of each estate's roll as of its newest event: every owner looks at them, and counting reads the whole roll. */
@Component
class KeptTotals {
    private static final Duration UNUSED_FOR = Duration.ofHours(1);

    private record Key(UUID estate, UUID event) {}

    private final Cache<Key, RollTotals> kept = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(UNUSED_FOR)
            .build();

    /**
     * @param newest what the roll of now results from, read before counting: if it changes meanwhile, what was counted is never asked for
     *     again
     */
    RollTotals asOf(UUID newest, Supplier<RollTotals> counting) {
        var key = new Key(CurrentEstate.get().id(), newest);
        var known = kept.getIfPresent(key);
        if (known != null) return known;
        var counted = counting.get();
        kept.put(key, counted);
        return counted;
    }
}
