package cn.yuanlin.admin.cell;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.FakeTenant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CellRemovalTest extends CellTest {
    @Autowired
    private CellClient cells;

    private UUID estate;

    @BeforeEach
    void anEstateInTheCell() {
        estate = verifiedEstate();
        uploaded(estate, "right");
    }

    @Test
    void removesWhatIsRegisteredAndTakesNothingThereForDone() {
        cells.delete(cellCode, estate);
        cells.delete(cellCode, estate);

        assertThat(cell.tenants()).doesNotContainKey(estate);
    }

    @Test
    void removesWhatTheCellCantCount() {
        cell.tenants().get(estate).loseTable();

        cells.delete(cellCode, estate);

        assertThat(cell.tenants()).doesNotContainKey(estate);
    }

    @Test
    void aRemovalThatComesLateSparesAnEstateRegisteredAnew() {
        cell.breakWhere(call -> {
            if (call.startsWith("DELETE")) {
                cell.tenants().put(estate, new FakeTenant());
            }
            return false;
        });

        cells.delete(cellCode, estate);

        assertThat(cell.tenants()).containsKey(estate);
    }
}
