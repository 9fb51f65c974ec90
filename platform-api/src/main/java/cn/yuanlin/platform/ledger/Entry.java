package cn.yuanlin.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as it stands on the books.
 *
 * @param reverses the entry that this one takes back, or null
 */
record Entry(
        UUID id,
        LocalDate bookedOn,
        Instant recordedAt,
        String memo,
        String sourceDocument,
        @Nullable UUID reverses,
        List<Posting> postings) {

    /**
     * @param amountFen debit positive, credit negative, in fen
     * @param note what this line is about; may be empty
     */
    record Posting(FundKind fund, AccountKind account, String accountName, long amountFen, String note) {}
}
