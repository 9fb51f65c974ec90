package cn.yuanlin.platform.ledger;

import cn.yuanlin.platform.provisioning.SmokeCheck;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves that what is kept equals what was posted. */
@Component
class LedgerCheck implements SmokeCheck {
    private final JdbcClient jdbc;

    LedgerCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "资金账目平衡";
    }

    @Override
    public Optional<String> complaint() {
        long differences = differences();
        return differences == 0 ? Optional.empty() : Optional.of(differences + "个科目的余额与分录不符");
    }

    /** How many accounts keep another balance or number of postings than their postings give. */
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
