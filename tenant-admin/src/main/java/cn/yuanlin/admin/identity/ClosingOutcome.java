package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.cell.Hindrance;
import java.util.List;

/** What came of wanting to close one's account. */
sealed interface ClosingOutcome {
    record Closed() implements ClosingOutcome {}

    /** Nobody said a code of the account's phone lately. */
    record PhoneProofNeeded() implements ClosingOutcome {}

    /** Too soon after the account came into doubt: whose it was shall have time to notice. */
    record ReverificationNeeded() implements ClosingOutcome {}

    /** @param what at least one; nothing was closed anywhere */
    record Hindered(List<Hindrance> what) implements ClosingOutcome {}
}
