package cn.yuanlin.gateway.cell;

import java.util.concurrent.atomic.AtomicLong;

/** Every request pays a share of a retry in, every retry takes a whole one out: retries can't become a storm. */
final class RetryBudget {
    private static final long WHOLE = 1_000;
    private static final long MOST = 20 * WHOLE;

    private final long deposit;
    private final AtomicLong saved = new AtomicLong(MOST / 2);

    /** @param share retries allowed per request, over time */
    RetryBudget(double share) {
        this.deposit = Math.round(share * WHOLE);
    }

    void deposit() {
        saved.accumulateAndGet(deposit, (before, more) -> Math.min(MOST, before + more));
    }

    /** Whether one retry is paid for. */
    boolean withdraw() {
        return saved.getAndUpdate(before -> before >= WHOLE ? before - WHOLE : before) >= WHOLE;
    }
}
