package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.CheckedCells.assertOnlyFault;
import static cn.yuanlin.platform.workbook.CheckedCells.check;
import static cn.yuanlin.platform.workbook.CheckedCells.fault;
import static cn.yuanlin.platform.workbook.CheckedCells.messages;
import static cn.yuanlin.platform.workbook.CheckedCells.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yuanlin.platform.workbook.sheet.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong in sheet 业主, each fault by itself. */
class HolderFaultsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFault")
    void namesTheCellAndSaysWhatIsWrong(String message, Fault fault, WorkbookFixture workbook) {
        assertOnlyFault(message, fault, workbook);
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
                                        null)));
    }

    @Test
    void wantsWhoActsByNameAndPhoneAndNeverTheHolder() {
        assertThat(acting("监护人", "13700000001")).isEmpty();
        assertThat(acting("监护人", null)).containsExactly("业主!J6：填了代理人，还应填代理人手机");
        assertThat(acting(null, "13700000001")).containsExactly("业主!I6：填了代理人手机，还应填代理人");
        assertThat(acting("监护人", "1370000000")).containsExactly("业主!J6：手机号应为11位");
        assertThat(acting("业主丁", "13800000004")).containsExactly("业主!I6：不能由本人代理本人，本人表决的不填代理人");
    }

    private static List<String> acting(@Nullable String name, @Nullable String phone) {
        var workbook = small().row("户", "1", "1", "103", "90", "登记", "住宅", "已售")
                .row("业主", "1-1-103", "业主丁", "个人", "13800000004", null, null, null, null, name, phone);
        return messages(check(workbook).findings().errors());
    }

    @Test
    void takesWorkbooksFilledInOnATemplateWithoutWhoActs() {
        for (var heading : List.of("代理人", "代理人手机"))
            assertThat(check(small().rename(heading, "")).isImportable()).isTrue();
    }

    @Test
    void limitsTheHoldersOfOneUnit() {
        var workbook = small().without("业主");
        for (int i = 0; i < 201; i++) workbook.row("业主", "1-1-101", "业主" + i, "个人", null, null, null, "1/201", null);
        workbook.row("业主", "1-1-102", "业主", "个人", null, null, null, null, null);
        assertThat(messages(check(workbook).findings().errors())).containsExactly("业主!G3：一户最多登记200位业主");
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
}
