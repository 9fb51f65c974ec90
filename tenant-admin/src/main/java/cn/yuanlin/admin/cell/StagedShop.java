package cn.yuanlin.admin.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the sheet 小店: a business, not a person. */
public record StagedShop(
        String name,
        String kind,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String hours,
        @Nullable List<String> services) {}
