package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.workbook.sheet.Column;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.NoticeSheet;
import cn.yuanlin.platform.workbook.sheet.OpeningSheet;
import cn.yuanlin.platform.workbook.sheet.ProductSheet;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import cn.yuanlin.platform.workbook.sheet.ShopSheet;
import cn.yuanlin.platform.workbook.sheet.WorkbookModel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 商品, 小店, 资金期初, 公告: what one row can't tell of itself. */
final class ListChecks {
    private final LocalDate today;
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Integer> shops = new HashMap<>();

    private final Set<OpeningSheet.FundName> funds = EnumSet.noneOf(OpeningSheet.FundName.class);
    private int openings;

    /** @param today in Asia/Shanghai */
    ListChecks(LocalDate today) {
        this.today = today;
    }

    void product(SheetRow row) {
        reference(row);
        notInFuture(row, ProductSheet.REFERENCE_DATE);
        var category = row.get(ProductSheet.CATEGORY);
        var name = row.get(ProductSheet.NAME);
        if (category == null || name == null || row.isWrong(ProductSheet.SPEC)) return;
        var first = products.putIfAbsent(category + "\t" + name + "\t" + row.get(ProductSheet.SPEC), row.number());
        if (first != null) row.fault(ProductSheet.NAME, Fault.DUPLICATE, "与第%d行的分类、名称和规格都相同".formatted(first));
    }

    /** A reference price counts only with its source and day. */
    private static void reference(SheetRow row) {
        boolean price = row.isFilled(ProductSheet.REFERENCE_PRICE);
        boolean source = row.isFilled(ProductSheet.REFERENCE_SOURCE);
        boolean date = row.isFilled(ProductSheet.REFERENCE_DATE);
        if (price || source || date) {
            var words = "参考价、来源和日期应同时填写或同时不填";
            if (!price) row.fault(ProductSheet.REFERENCE_PRICE, Fault.REFERENCE_INCOMPLETE, words);
            if (!source) row.fault(ProductSheet.REFERENCE_SOURCE, Fault.REFERENCE_INCOMPLETE, words);
            if (!date) row.fault(ProductSheet.REFERENCE_DATE, Fault.REFERENCE_INCOMPLETE, words);
        }
        var own = row.get(ProductSheet.PRICE);
        var reference = row.get(ProductSheet.REFERENCE_PRICE);
        if (own != null && reference != null && own.compareTo(reference) > 0)
            row.fault(ProductSheet.PRICE, Fault.ABOVE_REFERENCE, "售价高于参考价，请核对");
    }

    void shop(SheetRow row) {
        var name = row.get(ShopSheet.NAME);
        if (name == null || row.isWrong(ShopSheet.ADDRESS)) return;
        var first = shops.putIfAbsent(name + "\t" + row.get(ShopSheet.ADDRESS), row.number());
        if (first != null) row.fault(ShopSheet.NAME, Fault.DUPLICATE, "与第%d行的名称和地址都相同".formatted(first));
    }

    void opening(SheetRow row) {
        if (++openings == WorkbookModel.MAX_OPENINGS + 1)
            row.fault(OpeningSheet.FUND, Fault.SHEET_TOO_LONG, "最多%d行，请合并后再填".formatted(WorkbookModel.MAX_OPENINGS));
        notInFuture(row, OpeningSheet.DATE);
        var fund = row.get(OpeningSheet.FUND);
        if (fund != null) funds.add(fund);
    }

    /** How many funds have a balance. */
    int funds() {
        return funds.size();
    }

    void notice(SheetRow row) {
        notInFuture(row, NoticeSheet.DATE);
    }

    private void notInFuture(SheetRow row, Column<LocalDate> column) {
        @Nullable LocalDate day = row.get(column);
        if (day != null && day.isAfter(today)) row.fault(column, Fault.IN_FUTURE, "日期不能晚于今天");
    }
}
