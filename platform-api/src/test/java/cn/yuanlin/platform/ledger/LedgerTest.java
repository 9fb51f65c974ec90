package cn.yuanlin.platform.ledger;

import static cn.yuanlin.platform.ledger.AccountKind.BANK;
import static cn.yuanlin.platform.ledger.AccountKind.EXPENSE;
import static cn.yuanlin.platform.ledger.AccountKind.INCOME;
import static cn.yuanlin.platform.ledger.FundKind.CHARITY;
import static cn.yuanlin.platform.ledger.FundKind.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.shared.Money;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.testing.PlatformTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTest extends PlatformTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Autowired
    private Journal journal;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void postsAnEntryAndKeepsItsBalances() {
        inEstate(disai(), () -> {
            long before = balance(SHOP, BANK);
            assertThat(journal.post(sale(12_345, request()))).isEqualTo(Journal.Outcome.POSTED);
            assertThat(balance(SHOP, BANK)).isEqualTo(before + 12_345);
            assertThat(check.differences()).isZero();
        });
    }

    @Test
    void postsADuplicatedEventOnce() {
        var event = UUID.randomUUID();
        inEstate(disai(), () -> {
            var draft =
                    new Draft(DAY, "收入", "测试", event, null, sale(700, "unused").lines());
            long before = balance(SHOP, BANK);
            assertThat(journal.post(draft)).isEqualTo(Journal.Outcome.POSTED);
            assertThat(journal.post(draft)).isEqualTo(Journal.Outcome.POSTED_BEFORE);
            assertThat(balance(SHOP, BANK)).isEqualTo(before + 700);
        });
    }

    @Test
    void postsARetriedRequestOnceHoweverManyTryAtATime() throws Exception {
        var draft = sale(900, request());
        var before = new long[1];
        inEstate(disai(), () -> before[0] = balance(SHOP, BANK));
        var outcomes = atATime(8, () -> CurrentEstate.call(disai(), () -> journal.post(draft)));
        assertThat(outcomes).containsOnlyOnce(Journal.Outcome.POSTED);
        inEstate(disai(), () -> assertThat(balance(SHOP, BANK)).isEqualTo(before[0] + 900));
    }

    @Test
    void keepsBalancesEqualToTheSumOfPostingsUnderConcurrentPosting() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var drafts = IntStream.range(0, 200).mapToObj(n -> randomEntry(random)).toList();
        var next = drafts.iterator();
        var outcomes = atATime(200, () -> {
            Draft draft;
            synchronized (next) {
                draft = next.next();
            }
            return CurrentEstate.call(linyuan(), () -> journal.post(draft));
        });
        assertThat(outcomes).as("seed %d", seed).containsOnly(Journal.Outcome.POSTED);
        inEstate(
                linyuan(),
                () -> assertThat(check.differences()).as("seed %d", seed).isZero());
    }

    @Test
    void theDatabaseRefusesAnEntryThatDoesNotAddUpToZero() {
        assertThatThrownBy(() -> inEstate(disai(), () -> {
                    var entry = insertEntry(2);
                    insertPosting(entry, 1, 100);
                    insertPosting(entry, 2, -99);
                }))
                .rootCause()
                .hasMessageMatching("(?s).*journal entry .* has . of 2 lines, sum .*");
    }

    @Test
    void theDatabaseRefusesAnEntryWithoutItsLines() {
        assertThatThrownBy(() -> inEstate(disai(), () -> insertEntry(2)))
                .rootCause()
                .hasMessageMatching("(?s).*journal entry .* has . of 2 lines, sum .*");
    }

    @Test
    void theDatabaseRefusesMoreLinesForAnEntryThatIsComplete() {
        var entry = new UUID[1];
        inEstate(disai(), () -> {
            entry[0] = insertEntry(2);
            insertPosting(entry[0], 1, 100);
            insertPosting(entry[0], 2, -100);
        });
        assertThatThrownBy(() -> inEstate(disai(), () -> {
                    insertPosting(entry[0], 3, 5);
                    insertPosting(entry[0], 4, -5);
                }))
                .rootCause()
                .hasMessageContaining("takes no more lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set memo = 'x'",
                "delete from journal_entry",
                "truncate journal_entry cascade",
                "update posting set amount_fen = 1",
                "delete from posting",
                "truncate posting",
                "update account_balance set balance_fen = 0",
                "insert into account_balance values (uuidv7(), 1, 1)",
                "delete from account_balance",
                "alter table posting disable trigger all",
                "drop trigger posting_keeps_balances on posting",
                "create temporary table account_balance (account_id uuid)",
            })
    void theDatabaseRefusesTheEstateToChangeTheBooks(String statement) {
        assertThatThrownBy(() -> inEstate(disai(), () -> jdbc.sql(statement).update()))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void refusesToDraftWhatDoesNotAddUp() {
        var bank = new Draft.Line(SHOP, BANK, new Money(100), "");
        assertThatThrownBy(() -> new Draft(DAY, "m", "s", null, "k", List.of(bank, bank)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Draft(DAY, "m", "s", null, "k", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Draft(DAY, "m", "s", null, null, sale(1, "k").lines()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Draft sale(long fen, String request) {
        return new Draft(
                DAY,
                "销售",
                "测试",
                null,
                request,
                List.of(
                        new Draft.Line(SHOP, BANK, new Money(fen), ""),
                        new Draft.Line(SHOP, INCOME, new Money(fen).negated(), "")));
    }

    private static Draft randomEntry(Random random) {
        var amount = new Money(1 + random.nextLong(1_000_000_000_000L));
        var kinds = FundKind.values();
        var from = kinds[random.nextInt(kinds.length)];
        var to = kinds[random.nextInt(kinds.length)];
        return new Draft(
                DAY,
                "转账",
                "测试",
                null,
                request(),
                List.of(
                        new Draft.Line(from, BANK, amount.negated(), ""),
                        new Draft.Line(from, EXPENSE, amount, ""),
                        new Draft.Line(to, BANK, amount, ""),
                        new Draft.Line(to, INCOME, amount.negated(), "")));
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }

    private long balance(FundKind fund, AccountKind account) {
        return jdbc.sql("""
                select coalesce(sum(b.balance_fen), 0) from fund f join account a on a.fund_id = f.id
                join account_balance b on b.account_id = a.id where f.kind = ? and a.kind = ?
                """)
                .param(fund.name())
                .param(account.name())
                .query(Long.class)
                .single();
    }

    private UUID insertEntry(int lines) {
        return jdbc.sql("""
                insert into journal_entry (booked_on, recorded_at, memo, source_document, request_key, lines)
                values (current_date, now(), 'm', 's', ?, ?) returning id
                """).param(request()).param(lines).query(UUID.class).single();
    }

    private void insertPosting(UUID entry, int line, long fen) {
        jdbc.sql("""
                insert into posting (entry_id, line, account_id, amount_fen, note)
                select ?, ?, a.id, ?, '' from account a join fund f on f.id = a.fund_id
                where f.kind = ? and a.kind = 'BANK'
                """).param(entry).param(line).param(fen).param(CHARITY.name()).update();
    }

    private static <T> List<T> atATime(int tasks, Callable<T> task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(tasks, task));
            var outcomes = new ArrayList<T>();
            for (var answer : answers) outcomes.add(answer.get());
            return outcomes;
        }
    }
}
