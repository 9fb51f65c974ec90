package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.profile.ProfileRow;
import java.time.LocalDate;
import java.util.List;

/** 小区信息: what the estate says about itself, and whom the platform invites first. */
public final class EstateSheet {
    public static final Column<String> NAME = required("小区名称", Kinds.text(60), 40, "小区的正式名称，最多60个字", "示例花园");
    public static final Column<String> SLUG =
            optional("网址短名", Kinds.slug(), 40, "可不填；填写时须与登记的网址短名一致，用来防止传错工作簿", "shili-huayuan");
    public static final Column<String> ADDRESS = required("详细地址", Kinds.text(200), 60, "区、街道、路名和门牌号", "某区某街道某某路1号");
    public static final Column<Integer> COMPLETED_IN =
            optional("建成年份", Quantities.whole(1900, 2200), 12, "首批交付的年份，四位数字", "2012");
    public static final Column<String> DEVELOPER = optional("开发商", Kinds.text(100), 40, "开发建设单位的全称", "某某置业有限公司");
    public static final Column<String> PROPERTY_COMPANY =
            optional("物业服务企业", Kinds.text(100), 40, "物业服务企业的全称", "某某物业服务有限公司");
    public static final Column<String> PROPERTY_PHONE =
            optional("物业电话", Kinds.phone(), 20, "物业服务台的电话，会向居民公布", "0574-88880000");
    public static final Column<String> COMMITTEE_NAME =
            required("首位业委会成员姓名", Kinds.text(30), 20, "第一位登录平台的业委会成员", "张三");
    public static final Column<String> COMMITTEE_PHONE =
            required("首位业委会成员手机", Kinds.mobile(), 20, "11位手机号，用于开通账号", "13800000000");
    public static final Column<LocalDate> ROLL_DAY =
            optional("名册日期", Quantities.day(), 14, "户和业主是哪一天的情况，不晚于今天；不填为导入当天。之后的变更上线后逐户登记", "2026-11-22");

    public static final SheetModel SHEET = new SheetModel(
            "小区信息",
            SheetModel.Layout.FIELDS,
            List.of(
                    NAME,
                    SLUG,
                    ADDRESS,
                    COMPLETED_IN,
                    DEVELOPER,
                    PROPERTY_COMPANY,
                    PROPERTY_PHONE,
                    COMMITTEE_NAME,
                    COMMITTEE_PHONE,
                    ROLL_DAY),
            "小区的基本情况。在“内容”一列填写，不要改动“项目”一列。");

    private EstateSheet() {}

    public static ProfileRow profile(SheetRow row) {
        return new ProfileRow(
                row.require(NAME),
                row.require(ADDRESS),
                row.get(COMPLETED_IN),
                row.get(DEVELOPER),
                row.get(PROPERTY_COMPANY),
                row.get(PROPERTY_PHONE));
    }
}
