package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 小店: the small shops around; business data that goes to the community office's list. */
public final class ShopSheet {
    public static final Column<String> NAME = required("名称", Kinds.text(60), 26, "店招上的名称；同名的分店地址不能相同", "某某小吃店");
    public static final Column<String> KIND = required("类型", Kinds.text(20), 12, "如 餐饮、生鲜、便利店、五金、理发、诊所、维修", "餐饮");
    public static final Column<String> PHONE = optional("电话", Kinds.phone(), 18, "向居民公布的营业电话", "0574-88880000");
    public static final Column<String> ADDRESS = optional("地址", Kinds.text(200), 36, "门牌号或位置", "某某路2号");
    public static final Column<String> HOURS = optional("营业时间", Kinds.text(100), 20, "如 08:00-21:00", "08:00-21:00");
    public static final Column<List<String>> SERVICES =
            optional("服务能力", Kinds.services(), 36, "用顿号隔开，如 堂食、外送、跑腿代买", "堂食、外送");

    public static final SheetModel SHEET = new SheetModel(
            "小店",
            SheetModel.Layout.TABLE,
            List.of(NAME, KIND, PHONE, ADDRESS, HOURS, SERVICES),
            "周边小店，每家一行；会进入社区的小店名录，没有可不填。");

    private ShopSheet() {}

    public static ShopRow shop(SheetRow row) {
        var services = row.get(SERVICES);
        return new ShopRow(
                row.require(NAME),
                row.require(KIND),
                orEmpty(row.get(PHONE)),
                orEmpty(row.get(ADDRESS)),
                orEmpty(row.get(HOURS)),
                services == null ? List.of() : services);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
