package cn.yuanlin.admin.cell;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One shop as an estate's directory shows it. */
public record DirectoryShop(
        UUID id,
        String name,
        String kind,
        @Nullable String phone,
        String address,
        @Nullable String hours,
        List<String> services) {}
