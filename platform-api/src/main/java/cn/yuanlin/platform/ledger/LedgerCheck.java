package cn.yuanlin.platform.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proves that what is kept equals what was posted. */
@Component
class LedgerCheck {
    private final JdbcClient jdbc;

    LedgerCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many accounts keep another balance or number of postings than their postings give. */
    @Transactional(readOnly = true)
    long differences() {
        return jdbc.sql("""
                select count(*)
                from account_balance kept
                full join (
                    select account_id, sum(amount_fen) balance_fen, count(*) postings from posting group by account_id
                ) posted using (account_id)
                where (kept.balance_fen, kept.postings) is distinct from (posted.balance_fen, posted.postings)
                """).query(Long.class).single();
    }
}
