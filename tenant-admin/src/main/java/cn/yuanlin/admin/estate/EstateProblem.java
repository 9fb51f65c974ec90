package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.shared.ProblemType;
import cn.yuanlin.admin.shared.Refusal;
import org.springframework.http.HttpStatus;

final class EstateProblem {
    static final ProblemType SLUG_TAKEN = new ProblemType("slug-taken", HttpStatus.CONFLICT, "网址简称已被占用");
    static final ProblemType WRONG_STATE = new ProblemType("estate-state", HttpStatus.CONFLICT, "小区当前状态不允许该操作");
    static final ProblemType TOO_MANY =
            new ProblemType("too-many-applications", HttpStatus.TOO_MANY_REQUESTS, "待处理的申请过多");

    private EstateProblem() {}

    static Refusal slugTaken(String suggestion) {
        return SLUG_TAKEN
                .because("该网址简称已被占用，可改用“" + suggestion + "”。")
                .at("slug", "已被占用")
                .with("suggestion", suggestion);
    }

    static Refusal slugWrong(String complaint) {
        return ProblemType.INVALID.because(complaint + "。").at("slug", complaint);
    }

    static Refusal noSuchCommunity() {
        return ProblemType.INVALID.because("没有找到该社区，或不在您的辖区内。").at("communityId", "没有找到该社区");
    }
}
