package cn.yuanlin.platform.shop;

import static cn.yuanlin.platform.access.Access.Level.PUBLIC;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}")
@Access(PUBLIC)
class CatalogueController {
    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/products")
    Page<Product> listProducts(
            @RequestParam(required = false) @Size(max = 40) @Nullable String category,
            @RequestParam(required = false) @Size(max = 40) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return catalogue.products(blankAsNone(category), blankAsNone(q), Keyset.of(limit, after, 1));
    }

    @GetMapping("/categories")
    Page<Category> listCategories(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return catalogue.categories(Keyset.of(limit, after, 1));
    }

    /** Control signs are in no name, and one of them the database can't even compare. */
    private static @Nullable String blankAsNone(@Nullable String text) {
        if (text == null) return null;
        var plain = text.replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty() ? null : plain;
    }
}
