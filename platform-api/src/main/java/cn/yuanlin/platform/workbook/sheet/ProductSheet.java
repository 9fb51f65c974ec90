package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.shared.Money;
import cn.yuanlin.platform.shop.ProductRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 商品: what the estate's own shop sells. */
public final class ProductSheet {
    public static final Column<String> CATEGORY = required("分类", Kinds.text(20), 14, "货架分类，如 粮油、饮料", "饮料");
    public static final Column<String> NAME = required("名称", Kinds.text(60), 26, "同一分类下名称和规格不能都相同", "饮用水");
    public static final Column<String> SPEC = optional("规格", Kinds.text(40), 14, "如 596ml、5kg", "596ml");
    public static final Column<String> UNIT = required("单位", Kinds.text(10), 8, "计价单位，如 瓶、袋、千克", "瓶");
    public static final Column<Money> PRICE =
            required("售价(元)", Quantities.yuan("0.01", "100000"), 12, "元，最多两位小数", "0.90");
    public static final Column<Money> REFERENCE_PRICE =
            optional("参考价(元)", Quantities.yuan("0.01", "100000"), 12, "外面商店的价格；与来源、日期同时填写或同时不填", "1.50");
    public static final Column<String> REFERENCE_SOURCE = optional("参考价来源", Kinds.text(60), 20, "在哪里看到的参考价", "附近超市");
    public static final Column<LocalDate> REFERENCE_DATE =
            optional("参考价日期", Quantities.day(), 14, "哪一天看到的参考价，如 2026-11-22", "2026-11-22");
    public static final Column<Integer> STOCK = required("库存", Quantities.whole(0, 1_000_000), 10, "现有数量，整数", "120");

    public static final SheetModel SHEET = new SheetModel(
            "商品",
            SheetModel.Layout.TABLE,
            List.of(CATEGORY, NAME, SPEC, UNIT, PRICE, REFERENCE_PRICE, REFERENCE_SOURCE, REFERENCE_DATE, STOCK),
            "共富工坊出售的商品，每种规格一行；没有可不填。");

    private ProductSheet() {}

    public static ProductRow product(SheetRow row) {
        var spec = row.get(SPEC);
        return new ProductRow(
                row.require(CATEGORY),
                row.require(NAME),
                spec == null ? "" : spec,
                row.require(UNIT),
                row.require(PRICE),
                reference(row),
                row.require(STOCK),
                null);
    }

    private static ProductRow.@Nullable Reference reference(SheetRow row) {
        var price = row.get(REFERENCE_PRICE);
        return price == null
                ? null
                : new ProductRow.Reference(price, row.require(REFERENCE_SOURCE), row.require(REFERENCE_DATE));
    }
}
