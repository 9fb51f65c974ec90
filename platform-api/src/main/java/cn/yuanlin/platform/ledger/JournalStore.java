package cn.yuanlin.platform.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes entries, one statement each; nothing here changes one. */
@Component
class JournalStore {
    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if its event or request has been posted before */
    boolean append(Draft draft, Instant recordedAt) {
        var lines = draft.lines();
        int written = jdbc.sql("""
                with entry as (
                    insert into journal_entry
                        (booked_on, recorded_at, memo, source_document, source_event, request_key, lines)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict do nothing
                    returning id
                )
                insert into posting (entry_id, line, account_id, amount_fen, note)
                select entry.id, r.n, a.id, r.amount_fen, r.note
                from entry
                cross join unnest(?::text[], ?::text[], ?::bigint[], ?::text[])
                    with ordinality r (fund, account, amount_fen, note, n)
                join fund f on f.kind = r.fund
                join account a on a.fund_id = f.id and a.kind = r.account
                """)
                .param(draft.bookedOn())
                .param(Timestamp.from(recordedAt))
                .param(draft.memo())
                .param(draft.sourceDocument())
                .param(draft.sourceEvent())
                .param(draft.requestKey())
                .param(lines.size())
                .param(lines.stream().map(line -> line.fund().name()).toArray(String[]::new))
                .param(lines.stream().map(line -> line.account().name()).toArray(String[]::new))
                .param(lines.stream().map(line -> line.amount().fen()).toArray(Long[]::new))
                .param(lines.stream().map(Draft.Line::note).toArray(String[]::new))
                .update();
        return written > 0;
    }
}
