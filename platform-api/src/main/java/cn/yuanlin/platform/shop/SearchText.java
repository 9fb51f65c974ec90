package cn.yuanlin.platform.shop;

import java.text.Normalizer;
import java.util.Locale;

/** The two sides of a search: what is kept with a product, and what somebody typed. */
final class SearchText {
    private SearchText() {}

    static String kept(ProductRow row) {
        return plain(row.name()) + "\n" + plain(row.spec()) + "\n" + PinyinInitials.of(row.name());
    }

    /** Full-width signs, capitals and spaces around it make no difference. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
