package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.CheckedCells.check;
import static cn.yuanlin.platform.workbook.CheckedCells.messages;
import static cn.yuanlin.platform.workbook.CheckedCells.small;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.workbook.WorkbookFixture.Formula;
import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.sheet.Fault;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the check says of a workbook as a whole. */
class WorkbookCheckTest {
    @Test
    void findsNothingWrongWithTheSmallestGoodWorkbook() {
        var checked = check(WorkbookFixture.small());
        assertThat(messages(checked.findings().errors())).isEmpty();
        assertThat(messages(checked.findings().warnings())).isEmpty();
        assertThat(checked.isImportable()).isTrue();
        assertThat(checked.sheets().stream().map(CheckedWorkbook.SheetCount::rows))
                .containsExactly(1, 1, 2, 3, 1, 1, 1, 1);
    }

    @Test
    void findsEveryErrorAtOnceInTheOrderOfTheSheets() {
        var workbook = small().set("业主", 0, 3, "1")
                .set("户", 1, 3, "x")
                .set("业主", 0, 2, "?")
                .set("公告", 0, 2, "?")
                .field("小区名称", "");
        assertThat(messages(check(workbook).findings().errors()))
                .containsExactly(
                        "小区信息!B2：不能为空",
                        "户!D4：应为数字",
                        "业主!C3：应为“个人、单位、开发商”之一",
                        "业主!D3：手机号应为11位",
                        "公告!C3：应为日期，如 2026-11-22");
    }

    @Test
    void refusesFormulasAndNamesEachCell() {
        var checked = check(small().set("业主", 0, 1, new Formula("A1"))
                .set("资金期初", 0, 2, new Formula("1+1"))
                .row("公告", null, null, null, new Formula("HYPERLINK(\"http://example.invalid\")")));
        assertThat(checked.refusal()).isNotNull();
        assertThat(checked.refusal().code()).isEqualTo(Refusal.Code.FORMULA);
        assertThat(checked.refusal().message()).contains("3处公式");
        assertThat(messages(checked.findings().errors()))
                .contains(
                        "业主!B3：不能填公式，请复制后用“选择性粘贴—数值”改为数值",
                        "资金期初!C3：不能填公式，请复制后用“选择性粘贴—数值”改为数值",
                        "公告!D4：不能填公式，请复制后用“选择性粘贴—数值”改为数值");
    }

    @Test
    void warnsWithoutStandingInTheWay() {
        var checked = check(small().set("业主", 1, 7, null)
                .field("小区名称", "另一个小区")
                .set("商品", 0, 4, "1.60")
                .row("户", "1幢", "1", "103", "60", "登记", "住宅", "已售")
                .row("户", "1幢", "1", "104", "60", "登记", "住宅", "未售")
                .row("户", "1幢", "1", "105", "60", "登记", "住宅", "已售")
                .row(
                        "业主",
                        "1-1-105",
                        "业主甲",
                        "个人",
                        "13800000009",
                        "身份证",
                        IdentityNumberFixture.resident(1),
                        "100%",
                        "否"));
        assertThat(checked.isImportable()).isTrue();
        assertThat(messages(checked.findings().warnings()))
                .containsExactly(
                        "小区信息!B2：与登记的小区名称不一致，请确认没有传错工作簿",
                        "户!C5：已售但“业主”工作表中没有这一户的业主",
                        "业主!H4：这一户由多人共有，还没有推选表决代表",
                        "业主!D6：与第3行是同一位业主，手机号却不同",
                        "商品!E3：售价高于参考价，请核对");
    }

    /** Excel stores 1.1 as 1.1000000000000001: what counts is what the clerk sees. */
    @Test
    void readsNumbersAsTheClerkSeesThem() {
        var workbook = small().set("资金期初", 0, 2, 1.1)
                .set("商品", 0, 4, new BigDecimal("0.29"))
                .set("户", 0, 3, 0.1 + 0.2);
        assertThat(check(workbook).isImportable()).isTrue();
    }

    @Test
    void acceptsWhatClerksWriteInOtherForms() {
        var workbook = small().set("业主", 0, 0, "１幢１单元１０１")
                .set("业主", 0, 3, 13800000001L)
                .set("业主", 1, 6, "50%")
                .set("业主", 2, 6, new BigDecimal("0.5"))
                .set("商品", 0, 4, "￥1,234.50元")
                .set("商品", 0, 5, "2000")
                .set("商品", 0, 7, "2026年11月1日")
                .set("公告", 0, 2, "20261101");
        assertThat(messages(check(workbook).findings().errors())).isEmpty();
    }

    @Test
    void keepsContentOutOfEveryMessage() {
        var secret = "绝密9137";
        var workbook = small();
        for (var sheet : List.of("楼幢", "户", "业主", "商品", "小店", "资金期初", "公告"))
            for (int i = 0; i < workbook.rowLength(sheet); i++) workbook.set(sheet, 0, i, secret + "!?");
        var checked = check(workbook);
        assertThat(messages(checked.findings().errors()))
                .hasSizeGreaterThan(15)
                .noneMatch(message -> message.contains(secret));
    }

    @Test
    void hasATestForEachKindOfError() {
        var tested = EnumSet.noneOf(Fault.class);
        Stream.concat(HolderFaultsTest.oneFault(), SheetFaultsTest.oneFault())
                .forEach(arguments -> tested.add((Fault) arguments.get()[1]));
        var elsewhere = EnumSet.of(
                Fault.FORMULA,
                Fault.CELL_ERROR,
                Fault.FIELD_MISSING,
                Fault.FIELD_UNKNOWN,
                Fault.SHEET_UNKNOWN,
                Fault.TOO_MANY_OWNERS,
                Fault.AGENT_INCOMPLETE,
                Fault.SHEET_TOO_LONG);
        assertThat(EnumSet.allOf(Fault.class))
                .filteredOn(fault -> !fault.isWarning())
                .allMatch(fault -> tested.contains(fault) || elsewhere.contains(fault));
    }
}
