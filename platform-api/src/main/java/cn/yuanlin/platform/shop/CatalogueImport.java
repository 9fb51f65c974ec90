package cn.yuanlin.platform.shop;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts products on the shelves of a new estate, inside the caller's transaction, as many lists as needed. */
@Component
public class CatalogueImport {
    public static final int LARGEST_BATCH = 1_000;

    private final CatalogueStore store;

    CatalogueImport(CatalogueStore store) {
        this.store = store;
    }

    /**
     * Adds products in the order given, and the categories they name first.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a category has a product of the same name and spec
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<ProductRow> rows) {
        if (rows.size() > LARGEST_BATCH) throw new IllegalArgumentException("more than " + LARGEST_BATCH + " rows");
        store.insertCategories(
                rows.stream().map(ProductRow::category).distinct().toList());
        store.insertProducts(rows);
    }
}
