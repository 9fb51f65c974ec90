package cn.yuanlin.platform.ledger;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way money gets onto the books. */
@Service
class Journal {
    private final JournalStore store;
    private final Clock clock;

    Journal(JournalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What became of an entry. */
    enum Outcome {
        POSTED,
        /** Its event or request has been posted before; nothing was written. */
        POSTED_BEFORE
    }

    /** Writes the entry with its lines; balances follow in the same transaction. */
    @Transactional
    Outcome post(Draft draft) {
        return store.append(draft, clock.instant()) ? Outcome.POSTED : Outcome.POSTED_BEFORE;
    }
}
