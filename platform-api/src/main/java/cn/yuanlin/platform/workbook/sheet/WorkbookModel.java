package cn.yuanlin.platform.workbook.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All sheets of the workbook, in their order. */
public final class WorkbookModel {
    /** The sheet of instructions, which is not read. */
    public static final String INSTRUCTIONS = "填写说明";

    /** Rows of all sheets together. */
    public static final int MAX_ROWS = 50_000;

    /** Rows of 资金期初: they become one event. */
    public static final int MAX_OPENINGS = 500;

    public static final List<SheetModel> SHEETS = List.of(
            EstateSheet.SHEET,
            BuildingSheet.SHEET,
            UnitSheet.SHEET,
            HolderSheet.SHEET,
            ProductSheet.SHEET,
            ShopSheet.SHEET,
            OpeningSheet.SHEET,
            NoticeSheet.SHEET);

    private WorkbookModel() {}

    public static @Nullable SheetModel find(String name) {
        for (var sheet : SHEETS) if (sheet.name().equals(name.strip())) return sheet;
        return null;
    }

    static int position(String name) {
        for (int i = 0; i < SHEETS.size(); i++) if (SHEETS.get(i).name().equals(name)) return i;
        return SHEETS.size();
    }
}
