package cn.yuanlin.admin.cell;

import cn.yuanlin.admin.shared.ProblemType;
import cn.yuanlin.admin.shared.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How a cell's failure reads to a member of staff, the same in every feature. Asked before the advice for all faults. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CellProblems {
    private static final Logger log = LoggerFactory.getLogger(CellProblems.class);
    private static final ProblemType UNAVAILABLE =
            new ProblemType("cell-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "小区所在单元暂时连不上");
    private static final ProblemType REFUSED = new ProblemType("cell-refused", HttpStatus.CONFLICT, "小区所在单元拒绝了该操作");

    private final Problems problems;

    CellProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void unavailable(CellUnavailable fault, HttpServletResponse response) throws IOException {
        log.warn("{}", fault.getMessage());
        problems.write(response, UNAVAILABLE.because("小区所在单元暂时连不上，请稍后重试。"));
    }

    @ExceptionHandler
    void refused(CellRefused refused, HttpServletResponse response) throws IOException {
        var type = refused.status() == 404 ? ProblemType.NOT_FOUND : REFUSED;
        problems.write(response, type.because(refused.detail()));
    }
}
