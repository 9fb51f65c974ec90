package cn.yuanlin.platform.shared;

/** Carries a problem to the edge from a place that can't answer it. Expected refusals of a use case are values instead. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.type().slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
