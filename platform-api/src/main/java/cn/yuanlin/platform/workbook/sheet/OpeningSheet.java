package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** 资金期初: what each fund held when the estate came on board. */
public final class OpeningSheet {
    public static final Column<FundName> FUND = required(
            "资金",
            Kinds.oneOf(Words.of(
                    FundName.class,
                    "共富工坊",
                    FundName.SHOP,
                    "公共收益",
                    FundName.PUBLIC_INCOME,
                    "维修资金",
                    FundName.MAINTENANCE,
                    "公益",
                    FundName.CHARITY,
                    "活动经费",
                    FundName.ACTIVITIES)),
            14,
            "同一资金可以写几行，期初余额为合计",
            "公共收益");
    public static final Column<String> ITEM = required("科目/说明", Kinds.text(100), 30, "这笔钱是什么，如 银行存款结余", "银行存款结余");
    public static final Column<Money> AMOUNT =
            required("金额(元)", Quantities.yuan("0.01", "10000000000"), 16, "元，最多两位小数，大于0", "12345.67");
    public static final Column<LocalDate> DATE =
            required("日期", Quantities.day(), 14, "余额截至哪一天，如 2026-11-22", "2026-11-22");
    public static final Column<String> VOUCHER = optional("凭证说明", Kinds.text(200), 36, "依据什么，如 对账单编号", "银行对账单");

    public static final SheetModel SHEET = new SheetModel(
            "资金期初", SheetModel.Layout.TABLE, List.of(FUND, ITEM, AMOUNT, DATE, VOUCHER), "各项资金的期初余额；没有可不填。");

    private OpeningSheet() {}

    /** The five purses an estate may have. */
    public enum FundName {
        SHOP,
        PUBLIC_INCOME,
        MAINTENANCE,
        CHARITY,
        ACTIVITIES
    }
}
