package cn.yuanlin.platform.tenancy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An estate of this cell as the registry knows it.
 *
 * @param slug its name in addresses; may change
 * @param schema the name of its schema and of its database role; never changes
 * @param schemaVersion how many change sets its schema has; null until there is a schema
 * @param registeredAt when it came into this cell, to the microsecond; another after a removal
 */
public record Estate(
        UUID id,
        String slug,
        String schema,
        String name,
        String city,
        UUID communityId,
        String communityName,
        UUID streetId,
        String streetName,
        EstateState state,
        @Nullable Integer schemaVersion,
        Instant registeredAt) {
    /** The only shape of a schema's name that is ever put into a statement. */
    public static final String SCHEMA_PATTERN = "e_[0-9a-f]{12}";

    public Estate {
        if (!schema.matches(SCHEMA_PATTERN)) throw new IllegalArgumentException("not an estate's schema: " + schema);
    }
}
