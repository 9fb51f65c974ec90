package cn.yuanlin.platform.ledger;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads funds, balances and entries. */
@Component
class FundStore {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcClient jdbc;

    FundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(UUID fund) {
        return jdbc.sql("select exists (select from fund where id = ?)")
                .param(fund)
                .query(Boolean.class)
                .single();
    }

    /** There are five, so one statement answers all. */
    List<Fund> funds() {
        return jdbc.sql("""
                select f.id fund_id, f.kind fund, a.id account_id, a.kind account, coalesce(b.balance_fen, 0) balance_fen
                from fund f join account a on a.fund_id = f.id left join account_balance b on b.account_id = a.id
                order by f.id, a.id
                """).query(FundStore::readFunds);
    }

    /** Newest first, each with all its postings; one more than the page holds, if there is one. */
    List<Entry> entries(UUID fund, Keyset keyset) {
        var before = keyset.isFirstPage() ? AFTER_ALL : keyset.uuid(0);
        return jdbc.sql("""
                with page as (
                    select distinct p.entry_id
                    from account a
                    cross join lateral (
                        select distinct entry_id from posting where account_id = a.id and entry_id < ?
                        order by entry_id desc limit ?
                    ) p
                    where a.fund_id = ?
                    order by p.entry_id desc limit ?
                )
                select e.id, e.booked_on, e.recorded_at, e.memo, e.source_document, e.reverses,
                       f.kind fund, a.kind account, p.amount_fen, p.note
                from page
                join journal_entry e on e.id = page.entry_id
                join posting p on p.entry_id = e.id
                join account a on a.id = p.account_id
                join fund f on f.id = a.fund_id
                order by e.id desc, p.line
                """)
                .param(before)
                .param(keyset.limit() + 1)
                .param(fund)
                .param(keyset.limit() + 1)
                .query(FundStore::readEntries);
    }

    private static List<Fund> readFunds(ResultSet rows) throws SQLException {
        var funds = new ArrayList<Fund>();
        while (rows.next()) {
            var id = rows.getObject("fund_id", UUID.class);
            var kind = AccountKind.valueOf(rows.getString("account"));
            var account = new Fund.Account(
                    rows.getObject("account_id", UUID.class), kind, kind.label(), rows.getLong("balance_fen"));
            var accounts = new ArrayList<Fund.Account>();
            if (!funds.isEmpty() && funds.getLast().id().equals(id))
                accounts.addAll(funds.removeLast().accounts());
            accounts.add(account);
            funds.add(Fund.of(id, FundKind.valueOf(rows.getString("fund")), List.copyOf(accounts)));
        }
        return funds;
    }

    private static List<Entry> readEntries(ResultSet rows) throws SQLException {
        var entries = new ArrayList<Entry>();
        while (rows.next()) {
            var id = rows.getObject("id", UUID.class);
            if (entries.isEmpty() || !entries.getLast().id().equals(id)) entries.add(entry(rows, id));
            var account = AccountKind.valueOf(rows.getString("account"));
            entries.getLast()
                    .postings()
                    .add(new Entry.Posting(
                            FundKind.valueOf(rows.getString("fund")),
                            account,
                            account.label(),
                            rows.getLong("amount_fen"),
                            rows.getString("note")));
        }
        return entries;
    }

    private static Entry entry(ResultSet row, UUID id) throws SQLException {
        return new Entry(
                id,
                row.getObject("booked_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("memo"),
                row.getString("source_document"),
                row.getObject("reverses", UUID.class),
                new ArrayList<>());
    }
}
