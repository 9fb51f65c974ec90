package cn.yuanlin.platform.shop;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as everybody may see it.
 *
 * @param stock in units of sale
 * @param fromNeighbour whether a neighbour sells it through the shop; who, is not for everybody
 */
record Product(
        UUID id,
        String category,
        String name,
        String spec,
        String unit,
        long priceFen,
        @Nullable ReferencePrice reference,
        int stock,
        boolean fromNeighbour) {

    /** What it costs elsewhere, where that was seen and on which day. */
    record ReferencePrice(long priceFen, String source, LocalDate seenOn) {}
}
