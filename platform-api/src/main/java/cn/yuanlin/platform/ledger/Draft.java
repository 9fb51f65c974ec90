package cn.yuanlin.platform.ledger;

import cn.yuanlin.platform.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry before it is posted: balanced, or it can't be made.
 *
 * @param bookedOn day in Asia/Shanghai
 * @param sourceDocument what the entry rests on, such as the statement of a bank
 * @param sourceEvent the event that caused it: it posts once, however often it is delivered
 * @param requestKey the request that caused it: it posts once, however often it is retried
 */
record Draft(
        LocalDate bookedOn,
        String memo,
        String sourceDocument,
        @Nullable UUID sourceEvent,
        @Nullable String requestKey,
        List<Line> lines) {
    static final int MOST_LINES = 1_000;

    /**
     * @param amount debit positive, credit negative, never zero
     * @param note what this line is about, up to 400 characters; may be empty
     */
    record Line(FundKind fund, AccountKind account, Money amount, String note) {
        Line {
            if (amount.fen() == 0) throw new IllegalArgumentException("a line moves something");
        }
    }

    /**
     * @throws IllegalArgumentException unless there are 2 to {@value #MOST_LINES} lines that add up to zero, and an event
     *     or a request that caused them
     * @throws ArithmeticException if they leave the range of a long on the way
     */
    Draft {
        lines = List.copyOf(lines);
        if (lines.size() < 2 || lines.size() > MOST_LINES)
            throw new IllegalArgumentException("an entry has 2 to " + MOST_LINES + " lines");
        if (lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus).fen() != 0)
            throw new IllegalArgumentException("an entry adds up to zero");
        if (sourceEvent == null && requestKey == null)
            throw new IllegalArgumentException("an entry has an event or a request that caused it");
    }
}
