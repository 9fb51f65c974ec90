package cn.yuanlin.platform.ledger;

import java.util.List;
import java.util.UUID;

/**
 * A fund with what it has.
 *
 * @param balanceFen what lies in its bank account, in fen
 */
record Fund(UUID id, FundKind kind, String name, long balanceFen, List<Account> accounts) {

    /** @param balanceFen debits less credits, in fen: negative where money came from */
    record Account(UUID id, AccountKind kind, String name, long balanceFen) {}

    static Fund of(UUID id, FundKind kind, List<Account> accounts) {
        long balance = accounts.stream()
                .filter(account -> account.kind == AccountKind.BANK)
                .mapToLong(Account::balanceFen)
                .reduce(0, Math::addExact);
        return new Fund(id, kind, kind.label(), balance, accounts);
    }
}
