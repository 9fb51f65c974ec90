package cn.yuanlin.platform.shared;

import org.springframework.http.HttpStatus;

/**
 * A kind of refusal. Features keep theirs in one holder class each ({@code LedgerProblem}).
 *
 * @param slug never changes: front ends switch on it
 * @param title short, Chinese, the same for every occurrence
 * @param detail what a resident should know or do, when the occurrence has nothing to add
 */
public record ProblemType(String slug, HttpStatus status, String title, String detail) {
    public Problem problem() {
        return Problem.of(this);
    }
}
