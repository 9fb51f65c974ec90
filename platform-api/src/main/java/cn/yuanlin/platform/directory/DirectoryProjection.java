package cn.yuanlin.platform.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole list of shops of an estate as the control plane has it.
 *
 * @param version grows with each change of the list; an older one than known is ignored
 */
record DirectoryProjection(
        @PositiveOrZero long version,
        @NotNull @Size(max = 5_000) List<@Valid @NotNull Listed> shops) {

    /** One shop of the list; what is not known may be left out. */
    record Listed(
            @NotNull UUID id,
            @NotNull @Size(min = 1, max = 60) String name,
            @NotNull @Size(min = 1, max = 20) String kind,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 100) String hours,
            @Nullable @Size(max = 50) List<@NotNull @Size(min = 1, max = 60) @Pattern(regexp = ".*") String> services) {
        ShopEntry entry() {
            return new ShopEntry(
                    id,
                    name,
                    kind,
                    phone == null ? "" : phone,
                    address == null ? "" : address,
                    hours == null ? "" : hours,
                    services == null ? List.of() : services);
        }
    }

    List<ShopEntry> entries() {
        return shops.stream().map(Listed::entry).toList();
    }
}
