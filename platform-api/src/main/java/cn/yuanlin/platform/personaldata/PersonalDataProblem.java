package cn.yuanlin.platform.personaldata;

import cn.yuanlin.platform.shared.ProblemType;
import org.springframework.http.HttpStatus;

final class PersonalDataProblem {
    static final ProblemType CLOSING_HINDERED =
            new ProblemType("closing-hindered", HttpStatus.CONFLICT, "暂时不能注销", "您在本小区还有未了结的事项，请先处理后再注销。");

    private PersonalDataProblem() {}
}
