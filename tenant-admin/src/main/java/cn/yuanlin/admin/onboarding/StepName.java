package cn.yuanlin.admin.onboarding;

/** The steps of a run, in their order. */
enum StepName {
    VERIFY("核对申请与表格"),
    PLACE("安排单元"),
    ORGANIZATION("建立组织"),
    SCHEMA("建立数据区"),
    IMPORT("导入表格"),
    SHOPS("登记小店"),
    INVITE("邀请业委会"),
    SMOKE_CHECK("开通检查"),
    ACTIVATE("正式开通");

    private final String title;

    StepName(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** 1 to 9. */
    int number() {
        return ordinal() + 1;
    }
}
