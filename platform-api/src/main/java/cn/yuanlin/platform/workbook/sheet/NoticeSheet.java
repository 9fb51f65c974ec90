package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.disclosure.NoticeRow;
import java.time.LocalDate;
import java.util.List;

/** 公告: notices that are already public. */
public final class NoticeSheet {
    public static final Column<String> TITLE = required("标题", Kinds.text(100), 40, "最多100个字", "关于启用小区平台的公告");
    public static final Column<String> BODY =
            required("正文", Kinds.longText(20_000), 80, "向所有人公开，请勿写入个人信息", "各位业主：小区平台即日起启用。");
    public static final Column<LocalDate> DATE =
            required("发布日期", Quantities.day(), 14, "如 2026-11-22，不晚于今天", "2026-11-22");

    public static final SheetModel SHEET =
            new SheetModel("公告", SheetModel.Layout.TABLE, List.of(TITLE, BODY, DATE), "已经发布过、要在平台上公开的公告；没有可不填。");

    private static final String PUBLISHER = "业委会";

    private NoticeSheet() {}

    public static NoticeRow notice(SheetRow row) {
        return new NoticeRow(row.require(TITLE), row.require(BODY), PUBLISHER, row.require(DATE));
    }
}
