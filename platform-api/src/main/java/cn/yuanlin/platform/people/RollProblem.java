package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.ProblemType;
import org.springframework.http.HttpStatus;

/** What the roll refuses. */
final class RollProblem {
    static final ProblemType BEFORE_LAST_CHANGE =
            new ProblemType("roll-changed-later", HttpStatus.CONFLICT, "这一户之后已有变更", "这一户在您填写的日期之后已有变更，生效日期不能早于上一次变更。");
    static final ProblemType NOTHING_CHANGES =
            new ProblemType("roll-unchanged", HttpStatus.CONFLICT, "没有变化", "填写的业主与名册现在的内容相同，没有需要变更的。");
    static final ProblemType PERSON_DIFFERS =
            new ProblemType("person-differs", HttpStatus.CONFLICT, "证件与姓名不符", "名册中已有同一证件号码、姓名不同的人，请核对证件号码和姓名。");
    static final ProblemType NOT_ANNOUNCED =
            new ProblemType("no-objection-period", HttpStatus.CONFLICT, "现在不能提出异议", "现在没有名册公示，不能提出异议。");
    static final ProblemType PERIOD_OVERLAPS =
            new ProblemType("objection-period-overlaps", HttpStatus.CONFLICT, "公示时间重叠", "这段时间已有名册公示，请另选日期。");
    static final ProblemType TOO_MANY_OBJECTIONS =
            new ProblemType("too-many-objections", HttpStatus.CONFLICT, "异议太多", "您在本次公示中提出的异议已达上限，如有更多问题请联系业委会。");
    static final ProblemType ALREADY_ANSWERED =
            new ProblemType("objection-answered", HttpStatus.CONFLICT, "异议已答复", "这条异议已经答复过，不能再次答复。");

    private RollProblem() {}
}
