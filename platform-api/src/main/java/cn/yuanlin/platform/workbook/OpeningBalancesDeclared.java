package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.events.EstateEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An estate came on board and said what its funds held. Written once in an estate's life, in the transaction of the import; not
 * written if the workbook has no balances.
 *
 * @param workbook by which they were declared
 * @param openings in the order of the workbook, 1 to 500; a fund may have several
 */
@EstateEvent("workbook.opening-balances-declared")
public record OpeningBalancesDeclared(UUID workbook, List<Opening> openings) {

    /**
     * @param fund SHOP, PUBLIC_INCOME, MAINTENANCE, CHARITY or ACTIVITIES
     * @param item what the money is, 1 to 100 characters
     * @param amountFen above 0
     * @param on the day the balance is of, in Asia/Shanghai
     * @param voucher what proves it, up to 200 characters; may be empty
     */
    public record Opening(String fund, String item, long amountFen, LocalDate on, String voucher) {}
}
