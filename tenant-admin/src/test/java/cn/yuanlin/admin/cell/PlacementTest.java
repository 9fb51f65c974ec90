package cn.yuanlin.admin.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.estate.Placing;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.FakeCell;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class PlacementTest extends CellTest {
    @Autowired
    private Estates estates;

    @Autowired
    private CellWatch watch;

    @Test
    void manyAtOnceFillCellsToTheBrimAndNeverOver() throws Exception {
        owner.sql("update control.cell set capacity = 5 where code = ?")
                .param(cellCode)
                .update();
        var second = "t" + UUID.randomUUID().toString().substring(0, 8);
        addCell(second, new FakeCell(), 4);
        var placements = new ArrayList<Callable<Placing>>();
        for (var number = 0; number < 14; number++) {
            var estate = verifiedEstate();
            placements.add(() -> estates.place(estate));
        }

        var placed = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var one : pool.invokeAll(placements)) {
                if (one.get() instanceof Placing.Placed(var code)) {
                    placed.add(code);
                }
            }
        }

        assertThat(placed).hasSize(9);
        assertThat(placed).filteredOn(cellCode::equals).hasSize(5);
        assertThat(placed).filteredOn(second::equals).hasSize(4);
        assertThat(counted(cellCode)).isEqualTo(5);
        assertThat(livingIn(cellCode)).isEqualTo(5);
    }

    @Test
    void theLeastLoadedCellIsTakenFirst() {
        var emptier = "t" + UUID.randomUUID().toString().substring(0, 8);
        addCell(emptier, new FakeCell(), 10);
        owner.sql("update control.cell set estates = 3 where code = ?")
                .param(cellCode)
                .update();

        assertThat(estates.place(verifiedEstate())).isEqualTo(new Placing.Placed(emptier));
    }

    @Test
    void aCellThatIsDownIsTakenOnlyIfThereIsNoOther() {
        var busier = "t" + UUID.randomUUID().toString().substring(0, 8);
        addCell(busier, new FakeCell(), 10);
        owner.sql("update control.cell set estates = 9 where code = ?")
                .param(busier)
                .update();
        owner.sql("update control.cell set health = 'DOWN' where code = ?")
                .param(cellCode)
                .update();

        assertThat(estates.place(verifiedEstate())).isEqualTo(new Placing.Placed(busier));
        assertThat(estates.place(verifiedEstate())).isEqualTo(new Placing.Placed(cellCode));
    }

    @Test
    void askedTwiceAnEstateKeepsItsPlace() {
        var estate = verifiedEstate();

        assertThat(estates.place(estate)).isEqualTo(estates.place(estate)).isEqualTo(new Placing.Placed(cellCode));
        assertThat(counted(cellCode)).isEqualTo(1);
    }

    @Test
    void aDrainingCellTakesNobody() {
        owner.sql("update control.cell set draining = true").update();

        assertThat(estates.place(verifiedEstate())).isEqualTo(new Placing.NoRoom());
    }

    @Test
    void theDatabaseRefusesAnOverfullCell() {
        assertThatThrownBy(() -> owner.sql("update control.cell set estates = capacity + 1 where code = ?")
                        .param(cellCode)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void cellsAreShownWithTheirStateToAdministratorsOnly() {
        owner.sql("update control.cell set capacity = 1, estates = 1 where code = ?")
                .param(cellCode)
                .update();

        var cells = api.as(cn.yuanlin.admin.support.TokenIssuer.platformAdmin())
                .get("/api/platform/cells")
                .json()
                .path("items");

        assertThat(cells).anySatisfy(shown -> {
            assertThat(shown.path("code").asString()).isEqualTo(cellCode);
            assertThat(shown.path("state").asString()).isEqualTo("FULL");
        });
        assertThat(staff.get("/api/platform/cells").status()).isEqualTo(403);
    }

    @Test
    void aCellIsDownForAsLongAsItDoesNotAnswer() {
        watch.lookAtAll();
        assertThat(healthOf(cellCode)).isEqualTo("UP");
        cell.goAway();
        watch.lookAtAll();
        assertThat(healthOf(cellCode)).isEqualTo("DOWN");
        cell.comeBack();
        watch.lookAtAll();
        assertThat(healthOf(cellCode)).isEqualTo("UP");
    }

    @Test
    void aCellWithoutAUsableAddressHidesNoOther() {
        var nowhere = "a" + UUID.randomUUID().toString().substring(0, 8);
        addCell(nowhere, cell, 10);
        owner.sql("update control.cell set url = 'nowhere at all' where code = ?")
                .param(nowhere)
                .update();

        watch.lookAtAll();

        assertThat(healthOf(nowhere)).isEqualTo("DOWN");
        assertThat(healthOf(cellCode)).isEqualTo("UP");
        owner.sql("update control.cell set url = ? where code = ?")
                .params(cell.url(), nowhere)
                .update();
    }

    private String healthOf(String code) {
        return owner.sql("select health from control.cell where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private int counted(String code) {
        return owner.sql("select estates from control.cell where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private int livingIn(String code) {
        return owner.sql("select count(*) from control.estate where cell = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }
}
