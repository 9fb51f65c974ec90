package cn.yuanlin.platform.web;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed before any handler was found. */
@RestController
@Hidden
class FaultController implements ErrorController {
    @RequestMapping("/error")
    @Access(Level.PUBLIC)
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        var status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((int) code))
                .filter(Objects::nonNull)
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        return WebProblem.of(status).problem().answer();
    }
}
