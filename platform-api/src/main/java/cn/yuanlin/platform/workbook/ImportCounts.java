package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.sheet.BuildingSheet;
import cn.yuanlin.platform.workbook.sheet.NoticeSheet;
import cn.yuanlin.platform.workbook.sheet.ProductSheet;
import cn.yuanlin.platform.workbook.sheet.ShopSheet;
import cn.yuanlin.platform.workbook.sheet.UnitSheet;

/**
 * How much a workbook brought into an estate.
 *
 * @param owners distinct persons who hold something
 * @param shops rows for the offices' list; not in the estate's schema
 * @param funds distinct funds with an opening balance
 */
record ImportCounts(int buildings, int units, int owners, int products, int shops, int funds, int notices) {
    static ImportCounts of(CheckedWorkbook checked) {
        return new ImportCounts(
                checked.rows(BuildingSheet.SHEET),
                checked.rows(UnitSheet.SHEET),
                checked.persons(),
                checked.rows(ProductSheet.SHEET),
                checked.rows(ShopSheet.SHEET),
                checked.funds(),
                checked.rows(NoticeSheet.SHEET));
    }
}
