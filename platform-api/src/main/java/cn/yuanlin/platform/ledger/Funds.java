package cn.yuanlin.platform.ledger;

import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members read in the books. */
@Service
@Transactional(readOnly = true)
class Funds {
    private final FundStore store;

    Funds(FundStore store) {
        this.store = store;
    }

    Page<Fund> list() {
        return new Page<>(store.funds(), null);
    }

    /** Newest first; empty if there is no such fund. */
    Optional<Page<Entry>> entries(UUID fund, Keyset keyset) {
        if (!store.exists(fund)) return Optional.empty();
        return Optional.of(Page.of(
                store.entries(fund, keyset), keyset, entry -> List.of(entry.id().toString())));
    }
}
