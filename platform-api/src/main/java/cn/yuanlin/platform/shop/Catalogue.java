package cn.yuanlin.platform.shop;

import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is for sale, in the order it was put on the shelves. */
@Service
@Transactional(readOnly = true)
class Catalogue {
    private final CatalogueStore store;

    Catalogue(CatalogueStore store) {
        this.store = store;
    }

    /**
     * @param category its name or id; an unknown one has no products
     * @param words part of a name or spec, or the initials of its pinyin
     */
    Page<Product> products(@Nullable String category, @Nullable String words, Keyset keyset) {
        return Page.of(
                store.products(category, words, keyset),
                keyset,
                product -> List.of(product.id().toString()));
    }

    Page<Category> categories(Keyset keyset) {
        return Page.of(
                store.categories(keyset),
                keyset,
                category -> List.of(category.id().toString()));
    }
}
