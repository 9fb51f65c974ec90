package cn.yuanlin.platform.provisioning;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.yuanlin.platform.shared.ProblemType;

/** What the control plane can be refused. */
final class ProvisioningProblem {
    static final ProblemType NAME_TAKEN =
            new ProblemType("estate-name-taken", CONFLICT, "网址已被占用", "另一个小区已使用这个网址或数据空间。");
    static final ProblemType SCHEMA_FIXED =
            new ProblemType("estate-schema-fixed", CONFLICT, "数据空间不能更改", "小区的数据空间一经登记不能更改。");
    static final ProblemType NO_SCHEMA =
            new ProblemType("estate-without-schema", CONFLICT, "小区还没有数据空间", "请先为小区建立数据空间。");
    static final ProblemType WRONG_STATE =
            new ProblemType("estate-wrong-state", CONFLICT, "小区当前状态不允许", "小区当前的状态不允许此操作。");
    static final ProblemType SCHEMA_REFUSED = new ProblemType(
            "schema-refused", CONFLICT, "数据空间不能升级", "这个小区的数据空间与本版本的变更记录不符，升级没有进行，数据空间保持原样。请运维人员核对后再重试。");
    static final ProblemType UNDER_WAY = new ProblemType("rollout-under-way", CONFLICT, "升级正在进行", "这个小区的升级正在进行，请稍后再查。");
    static final ProblemType SCHEMA_IN_USE =
            new ProblemType("schema-in-use", CONFLICT, "数据表正被占用", "这个小区的一张数据表正被其他操作占用，升级没有进行，数据空间保持原样。请等该操作结束后再试。");

    private ProvisioningProblem() {}
}
