package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.CheckedCells.EXPECTED;
import static cn.yuanlin.platform.workbook.CheckedCells.assertOnlyFault;
import static cn.yuanlin.platform.workbook.CheckedCells.check;
import static cn.yuanlin.platform.workbook.CheckedCells.fault;
import static cn.yuanlin.platform.workbook.CheckedCells.messages;
import static cn.yuanlin.platform.workbook.CheckedCells.small;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.sheet.Fault;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong in all sheets but 业主, each fault by itself. */
class SheetFaultsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFault")
    void namesTheCellAndSaysWhatIsWrong(String message, Fault fault, WorkbookFixture workbook) {
        assertOnlyFault(message, fault, workbook);
    }

    static Stream<Arguments> oneFault() {
        return Stream.of(
                fault(
                        "户!A3：“楼幢”工作表中没有这一幢",
                        Fault.UNKNOWN_BUILDING,
                        small().set("户", 0, 0, "2幢")
                                .without("业主")
                                .row("业主", "1-1-102", "业主乙", "个人", null, null, null, null, null)),
                fault(
                        "户!C4：与第3行是同一户",
                        Fault.DUPLICATE,
                        small().set("户", 1, 2, "101室")
                                .without("业主")
                                .row("业主", "1-1-101", "业主乙", "个人", null, null, null, null, null)),
                fault("户!D3：面积最多两位小数", Fault.TOO_MANY_DECIMALS, small().set("户", 0, 3, "89.505")),
                fault("户!D3：面积应在0.01至1000000平方米之间", Fault.OUT_OF_RANGE, small().set("户", 0, 3, 0)),
                fault("户!D3：应为数字", Fault.NOT_NUMBER, small().set("户", 0, 3, "八十九")),
                fault("户!D3：应为数字", Fault.NOT_NUMBER, small().set("户", 0, 3, "1E999999999")),
                fault("户!E3：应为“登记、测绘、合同”之一", Fault.NOT_IN_LIST, small().set("户", 0, 4, "估计")),
                fault("户!C3：室号应为汉字、字母或数字，最多10个字，如 502", Fault.UNIT_FORMAT, small().set("户", 0, 2, "1-1")),
                fault("楼幢!A3：幢号应为汉字、字母或数字，最多10个字，如 3幢", Fault.BUILDING_FORMAT, small().set("楼幢", 0, 0, "#1")),
                fault("楼幢!A4：与第3行是同一幢", Fault.DUPLICATE, small().row("楼幢", "1号楼", 3)),
                fault("楼幢!B3：应为整数", Fault.NOT_WHOLE, small().set("楼幢", 0, 1, 1.5)),
                fault("楼幢!B3：应为0至200之间的整数", Fault.OUT_OF_RANGE, small().set("楼幢", 0, 1, 201)),
                fault("商品!E3：金额最多两位小数", Fault.TOO_MANY_DECIMALS, small().set("商品", 0, 4, "0.905")),
                fault("商品!E3：金额应在0.01至100000元之间", Fault.OUT_OF_RANGE, small().set("商品", 0, 4, -1)),
                fault("商品!G3：参考价、来源和日期应同时填写或同时不填", Fault.REFERENCE_INCOMPLETE, small().set("商品", 0, 6, null)),
                fault("商品!H3：应为日期，如 2026-11-22", Fault.NOT_DATE, small().set("商品", 0, 7, "昨天")),
                fault("商品!H3：应为日期，如 2026-11-22", Fault.NOT_DATE, small().set("商品", 0, 7, "2026-02-30")),
                fault("商品!H3：日期不能晚于今天", Fault.IN_FUTURE, small().set("商品", 0, 7, "2026-11-23")),
                fault("商品!H3：日期应在1950-01-01至2100-12-31之间", Fault.OUT_OF_RANGE, small().set("商品", 0, 7, "1949-12-31")),
                fault(
                        "商品!B4：与第3行的分类、名称和规格都相同",
                        Fault.DUPLICATE,
                        small().row("商品", "饮料", "饮用水", "596ml", "箱", "18", null, null, null, 3)),
                fault("小店!C3：电话应为11位手机号，或“区号-号码”，如 0574-88880000", Fault.PHONE_FORMAT, small().set("小店", 0, 2, "见门口")),
                fault("小店!F3：最多20项，每项最多20个字，用顿号隔开", Fault.TOO_LONG, small().set("小店", 0, 5, "字".repeat(21))),
                fault(
                        "小店!A4：与第3行的名称和地址都相同",
                        Fault.DUPLICATE,
                        small().row("小店", "某某早餐", "餐饮", null, "示范路2号", null, null)),
                fault("资金期初!A3：应为“共富工坊、公共收益、维修资金、公益、活动经费”之一", Fault.NOT_IN_LIST, small().set("资金期初", 0, 0, "小金库")),
                fault("资金期初!C3：金额应在0.01至10000000000元之间", Fault.OUT_OF_RANGE, small().set("资金期初", 0, 2, "0")),
                fault("公告!B3：最多20000个字，现有20001个字", Fault.TOO_LONG, small().set("公告", 0, 1, "字".repeat(20_001))),
                fault("公告!C3：日期不能晚于今天", Fault.IN_FUTURE, small().set("公告", 0, 2, LocalDate.of(2026, 11, 23))),
                fault("小区信息!B2：不能为空", Fault.REQUIRED, small().field("小区名称", "")),
                fault("小区信息!B3：与登记的网址短名不一致，请确认没有传错工作簿", Fault.SLUG_MISMATCH, small().field("网址短名", "linyuan")),
                fault(
                        "小区信息!B3：网址短名应为3至40个小写字母、数字和短横线，以字母开头，如 chunhui-yuan",
                        Fault.SLUG_FORMAT,
                        small().field("网址短名", "1x")),
                fault("小区信息!B11：日期不能晚于今天", Fault.IN_FUTURE, small().field("名册日期", "2026-11-23")),
                fault("小区信息!B10：手机号应为11位", Fault.PHONE_FORMAT, small().field("首位业委会成员手机", "1390000000")),
                fault(
                        "公告!B1：缺少列“正文”，请不要改动模板的表头",
                        Fault.COLUMN_MISSING,
                        small().rename("正文", "内容").set("公告", 0, 1, null)),
                fault(
                        "公告!D3：这一列不在模板中，内容不会导入，请删除或移到模板的列里",
                        Fault.COLUMN_UNKNOWN,
                        small().without("公告").row("公告", "标题", "正文", "2026-11-01", "备注")),
                fault(
                        "楼幢!A2：这个工作表至少要填写一行",
                        Fault.SHEET_EMPTY,
                        small().without("楼幢")
                                .without("户")
                                .without("业主")
                                .row("户", "甲", null, "1", "10", "登记", "其他", "未售")
                                .row("业主", "甲-1", "业主甲", "开发商", null, null, null, null, null)));
    }

    @Test
    void limitsTheRowsOfOpeningBalances() {
        var workbook = small();
        for (int i = 0; i < 500; i++) workbook.row("资金期初", "公益", "捐款", 1, "2026-11-01", null);
        assertThat(messages(check(workbook).findings().errors())).containsExactly("资金期初!A503：最多500行，请合并后再填");
    }

    @Test
    void namesErrorValuesAndWhatIsNotOfTheTemplate() {
        var file = ZipFixture.of(small().bytes())
                .edit(
                        "xl/worksheets/sheet3.xml",
                        s -> s.replaceFirst(
                                "<c r=\"B3\"[^>]*><v>18(\\.0)?</v></c>", "<c r=\"B3\" t=\"e\"><v>#REF!</v></c>"))
                .edit("xl/sharedStrings.xml", s -> s.replace("<t>小区名称</t>", "<t>小区的名字</t>"))
                .edit(
                        "xl/workbook.xml",
                        s -> s.replace("</sheets>", "<sheet name=\"张三\" sheetId=\"90\" r:id=\"rId900\"/></sheets>"))
                .edit("xl/_rels/workbook.xml.rels", s -> s.replace("</Relationships>", """
                        <Relationship Id="rId900" Target="worksheets/sheet5.xml"
                         Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>"""))
                .bytes();
        var found = WorkbookCheck.check(file, EXPECTED).findings().errors();
        assertThat(messages(found))
                .containsExactly(
                        "小区信息!A1：缺少项目“小区名称”",
                        "小区信息!A2：这个项目不在模板中，请不要改动“项目”一列",
                        "楼幢!B3：单元格显示错误值，请重新填写",
                        "第10个工作表!A1：这个工作表不在模板中，内容不会导入，请删除或并入模板的工作表");
    }
}
