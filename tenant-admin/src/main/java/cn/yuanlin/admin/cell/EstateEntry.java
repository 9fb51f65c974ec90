package cn.yuanlin.admin.cell;

import java.util.UUID;

/**
 * An estate as control announces it to its cell.
 *
 * @param schema name of its schema and of its database role
 */
public record EstateEntry(
        String schema,
        String slug,
        String name,
        String city,
        UUID communityId,
        String communityName,
        UUID streetId,
        String streetName) {}
