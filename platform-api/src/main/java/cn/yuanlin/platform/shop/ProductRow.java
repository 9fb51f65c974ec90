package cn.yuanlin.platform.shop;

import cn.yuanlin.platform.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product to import into the catalogue.
 *
 * @param spec such as {@code 596ml}, or empty
 * @param unit in which it is sold, such as {@code 瓶}
 * @param reference what it costs elsewhere, or null if nobody looked
 * @param stock in units of sale, 0 or more
 * @param producer the neighbour who sells through the shop, or null
 */
public record ProductRow(
        String category,
        String name,
        String spec,
        String unit,
        Money price,
        @Nullable Reference reference,
        int stock,
        @Nullable String producer) {

    /** A reference price, where it was seen and on which day. */
    public record Reference(Money price, String source, LocalDate seenOn) {}
}
