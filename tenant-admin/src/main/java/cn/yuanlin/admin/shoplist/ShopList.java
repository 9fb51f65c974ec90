package cn.yuanlin.admin.shoplist;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.DirectoryShop;
import cn.yuanlin.admin.cell.StagedShop;
import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A community office's list of shops, fed by workbooks and shown by estates. */
@Component
public class ShopList {
    /** Rows a statement, so that none runs long. */
    private static final int AT_ONCE = 1_000;

    private final ShopListStore store;
    private final CellClient cells;
    /** Of its own, so that no lock is held while a cell is spoken to. */
    private final TransactionTemplate alone;

    private final Ids ids;
    private final Clock clock;

    ShopList(ShopListStore store, CellClient cells, PlatformTransactionManager transactions, Ids ids, Clock clock) {
        this.store = store;
        this.cells = cells;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes the sheet 小店 of a staged workbook into the community's list and shows those shops in the estate. A shop
     * that the list knows stays as it is there: other estates show it too. Again is harmless.
     *
     * @return how many shops the estate's directory has now
     */
    public int takeFrom(Estate estate, UUID workbook) {
        var shops = cells.shops(estate.requiredCell(), estate.id(), workbook);
        alone.executeWithoutResult(done -> enter(estate, workbook, shops));
        return project(estate);
    }

    /** Sends the estate's directory, whole, to its cell. */
    public int project(Estate estate) {
        var next = alone.execute(done -> new Projection(store.nextVersion(estate.id()), store.directory(estate.id())));
        cells.directory(estate.requiredCell(), estate.id(), next.version(), next.shops());
        store.pushed(estate.id(), next.version());
        return next.shops().size();
    }

    /** Takes back what the estate's workbook brought in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID estate) {
        store.lockCommunity(estate);
        store.forget(estate);
    }

    private void enter(Estate estate, UUID workbook, List<StagedShop> shops) {
        store.lockCommunity(estate.id());
        for (var from = 0; from < shops.size(); from += AT_ONCE) {
            var rows = rows(from, shops.subList(from, Math.min(shops.size(), from + AT_ONCE)));
            store.enter(estate.community().id(), rows, clock.instant());
            store.list(estate.id(), estate.community().id(), workbook, rows);
        }
    }

    private List<ShopListStore.Row> rows(int from, List<StagedShop> shops) {
        return IntStream.range(0, shops.size())
                .mapToObj(place -> ShopListStore.Row.of(ids.next(), from + place, shops.get(place)))
                .toList();
    }

    private record Projection(long version, List<DirectoryShop> shops) {}
}
