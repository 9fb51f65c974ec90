package cn.yuanlin.platform.web;

import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Problem;
import cn.yuanlin.platform.shared.ProblemException;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal and every fault as problem+json with a Chinese detail; what went wrong inside is logged, never told. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String CONNECTION_CLASS = "08";
    private static final String INTERVENTION_CLASS = "57";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final int ROLLOUT_SECONDS = 60;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException refusal) {
        return refusal.problem().answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException refusal) {
        if (refusal instanceof AuthenticationServiceException) {
            LOG.warn("tokens can't be checked", refusal);
            return WebProblem.SIGN_IN_UNAVAILABLE.problem().retryAfter(5).answer();
        }
        var answer = CommonProblem.UNAUTHENTICATED.problem().answer();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException refusal) {
        return CommonProblem.FORBIDDEN.problem().answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid) {
        var problem = CommonProblem.INVALID.problem();
        invalid.getConstraintViolations()
                .forEach(violation -> problem.error(violation.getPropertyPath().toString(), violation.getMessage()));
        return problem.answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreachable(CannotCreateTransactionException fault) {
        LOG.error("no transaction", fault);
        return WebProblem.UNAVAILABLE.problem().retryAfter(5).answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception fault, HttpServletResponse response) throws Exception {
        // An answer that has begun can't become another one. Thrown on, it makes the server cut the connection: nobody
        // takes it for whole.
        if (response.isCommitted()) throw fault;
        if (isDatabaseOut(fault))
            return unreachable(new CannotCreateTransactionException("the database is out", fault));
        LOG.error("unexpected", fault);
        return isOlderSchema(fault)
                ? TenancyProblem.ESTATE_UPGRADING
                        .problem()
                        .retryAfter(ROLLOUT_SECONDS)
                        .answer()
                : WebProblem.UNEXPECTED.problem().answer();
    }

    /** Estates are rolled out in waves: one that still lacks a table can be served in all that needs it not. */
    private static boolean isOlderSchema(Exception fault) {
        return CurrentEstate.isBound()
                && fault instanceof BadSqlGrammarException
                && fault.getCause() instanceof SQLException wrong
                && UNDEFINED_TABLE.equals(wrong.getSQLState());
    }

    /** A rollback on a connection that is gone hides what was thrown before it. */
    private static boolean isDatabaseOut(Exception fault) {
        var first = fault instanceof TransactionSystemException hiding && hiding.getOriginalException() != null
                ? hiding.getOriginalException()
                : fault;
        for (Throwable cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException lost && isOutage(lost.getSQLState())) return true;
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        // What the server says has a state; the pool, when it has taken a connection away, says none.
        return state == null || state.startsWith(CONNECTION_CLASS) || state.startsWith(INTERVENTION_CLASS);
    }

    /** A body with wrong fields: each field once, in the words of its constraint. */
    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = CommonProblem.INVALID.problem();
        invalid.getBindingResult()
                .getFieldErrors()
                .forEach(error -> problem.error(error.getField(), String.valueOf(error.getDefaultMessage())));
        invalid.getBindingResult()
                .getGlobalErrors()
                .forEach(error -> problem.error("", String.valueOf(error.getDefaultMessage())));
        return bodyOf(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = CommonProblem.INVALID.problem();
        invalid.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> problem.error(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))));
        return bodyOf(problem);
    }

    /** The rest of what the framework refuses: unknown path, method, media type, unreadable body, wrong parameter. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = refused instanceof MethodArgumentTypeMismatchException mismatch
                ? Problem.field(mismatch.getName(), "格式不正确")
                : WebProblem.of(HttpStatus.valueOf(status.value())).problem();
        if (status.is5xxServerError()) LOG.error("unexpected", refused);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    private static ResponseEntity<Object> bodyOf(Problem problem) {
        var answer = problem.answer();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
