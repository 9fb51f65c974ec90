package cn.yuanlin.admin.shared;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that ends a request early into a problem document; never shows a fault's own words. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return answer(refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception fault) throws AccessDeniedException {
        if (fault instanceof AccessDeniedException denied) {
            throw denied;
        }
        log.error("request failed", fault);
        return answer(Faults.refusal(fault));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var refusal = ProblemType.INVALID.because("填写的内容有误。");
        for (var error : wrong.getBindingResult().getFieldErrors()) {
            refusal = refusal.at(error.getField(), String.valueOf(error.getDefaultMessage()));
        }
        return widen(answer(refusal));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var refusal = ProblemType.INVALID.because("填写的内容有误。");
        for (var parameter : wrong.getParameterValidationResults()) {
            var words = parameter.getResolvableErrors().stream()
                    .map(error -> String.valueOf(error.getDefaultMessage()))
                    .collect(Collectors.joining("；"));
            refusal = refusal.at(String.valueOf(parameter.getMethodParameter().getParameterName()), words);
        }
        return widen(answer(refusal));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception problem, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        var status = HttpStatus.valueOf(code.value());
        if (status.is5xxServerError()) {
            log.error("request failed", problem);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.document(Faults.refusal(status)));
    }

    private static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        return ResponseEntity.status(refusal.type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.document(refusal));
    }

    private static ResponseEntity<Object> widen(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
