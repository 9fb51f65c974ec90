package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yuanlin.platform.workbook.WorkbookFixture.Formula;
import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookCheckTest {
    private static final Expected EXPECTED = new Expected("shifan", "示范小区", LocalDate.of(2026, 11, 22));

    @Test
    void findsNothingWrongWithTheSmallestGoodWorkbook() {
        var checked = check(WorkbookFixture.small());
        assertThat(messages(checked.findings().errors())).isEmpty();
        assertThat(messages(checked.findings().warnings())).isEmpty();
        assertThat(checked.isImportable()).isTrue();
        assertThat(checked.sheets().stream().map(CheckedWorkbook.SheetCount::rows))
                .containsExactly(1, 1, 2, 3, 1, 1, 1, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFault")
    void namesTheCellAndSaysWhatIsWrong(String message, Fault fault, WorkbookFixture workbook) {
        var found = check(workbook).findings().errors();
        assertThat(messages(found)).containsExactly(message);
        assertThat(found.getFirst().fault()).isEqualTo(fault);
    }

    static Stream<Arguments> oneFault() {
        return Stream.of(
                holder(3, "1380000000", Fault.PHONE_FORMAT, "业主!D3：手机号应为11位"),
                holder(3, "12345678901", Fault.PHONE_FORMAT, "业主!D3：手机号应以13至19开头"),
                holder(0, null, Fault.REQUIRED, "业主!A3：不能为空"),
                holder(0, "一幢二楼?", Fault.UNIT_FORMAT, "业主!A3：户号应写成“3幢2单元502室”或“3-2-502”"),
                holder(0, "1-1-103", Fault.UNKNOWN_UNIT, "业主!A3：“户”工作表中没有这一户"),
                holder(1, null, Fault.REQUIRED, "业主!B3：不能为空"),
                holder(1, "字".repeat(101), Fault.TOO_LONG, "业主!B3：最多100个字，现有101个字"),
                holder(1, true, Fault.NOT_TEXT, "业主!B3：不能填 TRUE 或 FALSE"),
                holder(2, "自然人", Fault.NOT_IN_LIST, "业主!C3：应为“个人、单位、开发商”之一"),
                holder(4, null, Fault.ID_INCOMPLETE, "业主!E3：填了证件号码，还应填证件类型"),
                holder(5, null, Fault.ID_INCOMPLETE, "业主!F3：填了证件类型，还应填证件号码"),
                holder(5, "11010119900307003", Fault.ID_FORMAT, "业主!F3：身份证号码应为18位"),
                holder(5, "999999199013070038", Fault.ID_FORMAT, "业主!F3：身份证号码中的出生日期不存在"),
                holder(5, wrongCheckDigit(), Fault.ID_CHECKSUM, "业主!F3：身份证号码校验不通过，请核对"),
                holder(5, 999999195001011234d, Fault.LOST_DIGITS, "业主!F3：被当作数字保存，末尾几位已丢失，请先把单元格格式设为“文本”再重新填写"),
                holder(4, "统一社会信用代码", Fault.ID_FORMAT, "业主!F3：统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）", "单位", "91OISVZ"),
                holder(4, "统一社会信用代码", Fault.ID_CHECKSUM, "业主!F3：统一社会信用代码校验不通过，请核对", "单位", wrongCreditCode()),
                holder(
                        4,
                        "统一社会信用代码",
                        Fault.ID_TYPE_MISMATCH,
                        "业主!E3：个人不能用统一社会信用代码",
                        "个人",
                        IdentityNumberFixture.company(7)),
                holder(4, "护照", Fault.ID_FORMAT, "业主!F3：护照号码应为5至17位字母和数字", "个人", "E1"),
                holder(4, "港澳通行证", Fault.ID_FORMAT, "业主!F3：港澳通行证号码应为H、M或C开头加数字", "个人", "12345678"),
                holder(4, "台湾通行证", Fault.ID_FORMAT, "业主!F3：台湾通行证号码应为8位或10至12位", "个人", "123"),
                holder(6, "两成", Fault.SHARE_FORMAT, "业主!G3：份额应写成分数，如 1/2，大于0且不超过1"),
                holder(6, LocalDate.of(2026, 1, 2), Fault.BECAME_DATE, "业主!G3：被自动变成了日期，请先把单元格格式设为“文本”再重新填写"),
                holder(6, "3/4", Fault.SHARES_NOT_WHOLE, "业主!G3：这一户1位业主的份额合计应为1，现为3/4"),
                holder(7, "对", Fault.NOT_IN_LIST, "业主!H3：应为“是、否”之一"),
                fault("业主!H5：这一户在第4行已有表决代表，一户只能有一位", Fault.TWO_REPRESENTATIVES, small().set("业主", 2, 7, "是")),
                fault("业主!G4：这一户2位业主的份额合计应为1，现为3/2", Fault.SHARES_NOT_WHOLE, small().set("业主", 2, 6, null)),
                fault(
                        "业主!B6：这一户已有同一位业主",
                        Fault.DUPLICATE,
                        small().set("业主", 1, 6, "1/4")
                                .row("业主", "1-1-102", "业主乙", "个人", "13800000002", null, null, "1/4", null)),
                fault(
                        "业主!B6：与第3行证件号码相同，姓名却不同",
                        Fault.ID_NAME_CONFLICT,
                        small().row("户", "1", "1", "103", "90", "登记", "住宅", "已售")
                                .row(
                                        "业主",
                                        "1-1-103",
                                        "业主丁",
                                        "个人",
                                        null,
                                        "身份证",
                                        IdentityNumberFixture.resident(1),
                                        null,
                                        null)),
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
        oneFault().forEach(arguments -> tested.add((Fault) arguments.get()[1]));
        var elsewhere = EnumSet.of(
                Fault.FORMULA,
                Fault.CELL_ERROR,
                Fault.FIELD_MISSING,
                Fault.FIELD_UNKNOWN,
                Fault.SHEET_UNKNOWN,
                Fault.TOO_MANY_OWNERS,
                Fault.SHEET_TOO_LONG);
        assertThat(EnumSet.allOf(Fault.class))
                .filteredOn(fault -> !fault.isWarning())
                .allMatch(fault -> tested.contains(fault) || elsewhere.contains(fault));
    }

    @Test
    void limitsTheHoldersOfOneUnit() {
        var workbook = small().without("业主");
        for (int i = 0; i < 201; i++) workbook.row("业主", "1-1-101", "业主" + i, "个人", null, null, null, "1/201", null);
        workbook.row("业主", "1-1-102", "业主", "个人", null, null, null, null, null);
        assertThat(messages(check(workbook).findings().errors())).containsExactly("业主!G3：一户最多登记200位业主");
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

    @Test
    void limitsTheRowsOfOpeningBalances() {
        var workbook = small();
        for (int i = 0; i < 500; i++) workbook.row("资金期初", "公益", "捐款", 1, "2026-11-01", null);
        assertThat(messages(check(workbook).findings().errors())).containsExactly("资金期初!A503：最多500行，请合并后再填");
    }

    private static WorkbookFixture small() {
        return WorkbookFixture.small();
    }

    private static Arguments fault(String message, Fault fault, WorkbookFixture workbook) {
        return arguments(message, fault, workbook);
    }

    /** Row 3 of 业主, one cell changed. */
    private static Arguments holder(int column, Object content, Fault fault, String message) {
        return arguments(message, fault, small().set("业主", 0, column, content));
    }

    private static Arguments holder(
            int column, Object content, Fault fault, String message, String kind, String number) {
        var workbook =
                small().set("业主", 0, column, content).set("业主", 0, 2, kind).set("业主", 0, 5, number);
        return arguments(message, fault, workbook);
    }

    private static String wrongCheckDigit() {
        var right = IdentityNumberFixture.resident(1);
        return right.substring(0, 17) + (right.endsWith("5") ? "6" : "5");
    }

    private static String wrongCreditCode() {
        var right = IdentityNumberFixture.company(1);
        return right.substring(0, 17) + (right.endsWith("5") ? "6" : "5");
    }

    private static CheckedWorkbook check(WorkbookFixture workbook) {
        return WorkbookCheck.check(workbook.bytes(), EXPECTED);
    }

    private static List<String> messages(Collection<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }
}
