package cn.yuanlin.platform.tenancy;

/**
 * The estate that a request, a task or an event works for. Every database session opened inside works in that estate's role and
 * schema; with no estate bound no session can be opened.
 */
public final class CurrentEstate {
    private static final ScopedValue<Estate> BOUND = ScopedValue.newInstance();

    private CurrentEstate() {}

    /** @throws IllegalStateException if no estate is bound: a fault of the caller, never an answer to a client */
    public static Estate get() {
        if (!BOUND.isBound()) throw new IllegalStateException("no estate is bound");
        return BOUND.get();
    }

    public static boolean isBound() {
        return BOUND.isBound();
    }

    /** Runs the work for the estate. A transaction must begin and end inside. */
    public static <R, X extends Throwable> R call(Estate estate, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(BOUND, estate).call(work);
    }

    /** Runs the work for the estate. A transaction must begin and end inside. */
    public static void run(Estate estate, Runnable work) {
        ScopedValue.where(BOUND, estate).run(work);
    }
}
