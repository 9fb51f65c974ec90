package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.later;
import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.people.HolderKind;
import cn.yuanlin.platform.people.HoldingRow;
import cn.yuanlin.platform.people.IdType;
import cn.yuanlin.platform.people.Share;
import cn.yuanlin.platform.people.UnitNo;
import java.util.List;

/** 业主: one row for each holder of each unit. */
public final class HolderSheet {
    public static final Column<UnitNo> UNIT =
            required("户号", Kinds.unitNo(), 20, "如 3幢2单元502室 或 3-2-502；共有的每位共有人一行", "3幢2单元502室");
    public static final Column<String> NAME = required("姓名/名称", Kinds.text(100), 20, "与不动产登记簿一致", "张三");
    public static final Column<HolderKind> KIND = required(
            "类型",
            Kinds.oneOf(Words.of(
                    HolderKind.class, "个人", HolderKind.PERSON, "单位", HolderKind.COMPANY, "开发商", HolderKind.DEVELOPER)),
            10,
            "开发商指建设单位自留或未售的户",
            "个人");
    public static final Column<String> PHONE = optional("手机", Kinds.mobile(), 16, "11位手机号；加密保存，不会公开", "13800000000");
    public static final Column<IdType> ID_TYPE = optional(
            "证件类型",
            Kinds.oneOf(Words.of(
                    IdType.class,
                    "身份证",
                    IdType.ID_CARD,
                    "护照",
                    IdType.PASSPORT,
                    "港澳通行证",
                    IdType.HK_MACAO_PERMIT,
                    "台湾通行证",
                    IdType.TAIWAN_PERMIT,
                    "统一社会信用代码",
                    IdType.CREDIT_CODE,
                    "其他",
                    IdType.OTHER)),
            18,
            "与证件号码同时填写或同时不填",
            "身份证");
    public static final Column<String> ID_NUMBER =
            optional("证件号码", Kinds.documentNumber(), 24, "加密保存，不会公开；同一号码的各户视为同一业主", "");
    public static final Column<Share> SHARE = optional("份额", Kinds.share(), 10, "共有时写分数，如 1/2；一户的份额合计应为1；不填为全部", "1/2");
    public static final Column<Boolean> NOMINATED = optional(
            "表决代表", Kinds.oneOf(Words.of(Boolean.class, "是", true, "否", false)), 12, "共有人推选的行使表决权的人，一户最多一位", "是");
    public static final Column<String> AGENT = later("代理人", Kinds.text(100), 16, "单位的授权代表，或未成年人等的监护人；本人表决的不填");
    public static final Column<String> AGENT_PHONE = later("代理人手机", Kinds.mobile(), 16, "与代理人同时填写；加密保存，不会公开");

    public static final SheetModel SHEET = new SheetModel(
            "业主",
            SheetModel.Layout.TABLE,
            List.of(UNIT, NAME, KIND, PHONE, ID_TYPE, ID_NUMBER, SHARE, NOMINATED, AGENT, AGENT_PHONE),
            "每户的每位业主一行；共有的写几行，份额合计为1。");

    private HolderSheet() {}

    /** The share of a row whose share cell is empty is the whole. */
    public static HoldingRow holding(SheetRow row) {
        var share = row.get(SHARE);
        var agent = row.get(AGENT);
        return new HoldingRow(
                row.require(UNIT),
                row.require(NAME),
                row.require(KIND),
                row.get(PHONE),
                row.get(ID_TYPE),
                row.get(ID_NUMBER),
                share == null ? Share.WHOLE : share,
                Boolean.TRUE.equals(row.get(NOMINATED)),
                agent == null ? null : new HoldingRow.Representative(agent, row.require(AGENT_PHONE)));
    }
}
