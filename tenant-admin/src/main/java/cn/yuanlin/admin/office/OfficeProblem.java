package cn.yuanlin.admin.office;

import cn.yuanlin.admin.shared.ProblemType;
import org.springframework.http.HttpStatus;

final class OfficeProblem {
    static final ProblemType NAME_TAKEN = new ProblemType("office-name-taken", HttpStatus.CONFLICT, "名称已存在");
    static final ProblemType WRONG_PLACE =
            new ProblemType("office-wrong-place", HttpStatus.UNPROCESSABLE_CONTENT, "层级不符");
    static final ProblemType ALREADY_STAFF = new ProblemType("already-staff", HttpStatus.CONFLICT, "已是工作人员");
    static final ProblemType USERNAME_TAKEN = new ProblemType("username-taken", HttpStatus.CONFLICT, "用户名已被使用");
    static final ProblemType STAFF_BUSY = new ProblemType("staff-busy", HttpStatus.CONFLICT, "正在处理");
    static final ProblemType ONESELF = new ProblemType("not-oneself", HttpStatus.CONFLICT, "不能移除自己");

    private OfficeProblem() {}
}
