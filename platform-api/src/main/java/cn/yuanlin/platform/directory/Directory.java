package cn.yuanlin.platform.directory;

import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The small shops around the estate. */
@Service
class Directory {
    private final DirectoryStore store;

    Directory(DirectoryStore store) {
        this.store = store;
    }

    /** Replaces the whole list unless the one here is as new. */
    @Transactional
    void replace(long version, List<ShopEntry> shops) {
        if (store.advanceTo(version)) store.replaceAll(shops);
    }

    /** @param words part of a name, an address or a service */
    @Transactional(readOnly = true)
    Page<ShopEntry> list(@Nullable String kind, @Nullable String words, Keyset keyset) {
        var lower = words == null ? null : words.toLowerCase(Locale.ROOT);
        return Page.of(store.shops(kind, lower, keyset), keyset, placed -> List.of(Long.toString(placed.position())))
                .map(DirectoryStore.PlacedShop::shop);
    }
}
