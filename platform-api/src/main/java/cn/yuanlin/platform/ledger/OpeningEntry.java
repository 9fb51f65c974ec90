package cn.yuanlin.platform.ledger;

import cn.yuanlin.platform.events.Delivery;
import cn.yuanlin.platform.events.EstateEventListener;
import cn.yuanlin.platform.shared.Money;
import cn.yuanlin.platform.workbook.OpeningBalancesDeclared;
import cn.yuanlin.platform.workbook.OpeningBalancesDeclared.Opening;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens the books with what an estate's funds held when it came on board. */
@Component
class OpeningEntry {
    private final Journal journal;

    OpeningEntry(Journal journal) {
        this.journal = journal;
    }

    /** One entry, however often the event comes: each balance into the fund's bank account, against its opening account. */
    @EstateEventListener
    void open(OpeningBalancesDeclared declared, Delivery delivery) {
        journal.post(draft(declared, delivery));
    }

    static Draft draft(OpeningBalancesDeclared declared, Delivery delivery) {
        var lines = new ArrayList<Draft.Line>();
        var perFund = new EnumMap<FundKind, Money>(FundKind.class);
        for (var opening : declared.openings()) {
            var fund = FundKind.valueOf(opening.fund());
            var amount = new Money(opening.amountFen());
            lines.add(new Draft.Line(fund, AccountKind.BANK, amount, note(opening)));
            perFund.merge(fund, amount, Money::plus);
        }
        perFund.forEach((fund, total) -> lines.add(new Draft.Line(fund, AccountKind.OPENING, total.negated(), "")));
        return new Draft(
                lastDay(declared.openings()), "期初余额", "小区资料表 " + declared.workbook(), delivery.event(), null, lines);
    }

    private static String note(Opening opening) {
        return Stream.of(opening.item(), "截至" + opening.on(), opening.voucher())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("，"));
    }

    private static LocalDate lastDay(List<Opening> openings) {
        return openings.stream().map(Opening::on).max(LocalDate::compareTo).orElseThrow();
    }
}
