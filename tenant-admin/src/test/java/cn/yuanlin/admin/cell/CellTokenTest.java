package cn.yuanlin.admin.cell;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CellTokenTest extends CellTest {
    @Test
    void aTokenThatACellNoLongerTakesIsNotSentAgain() {
        var estate = activeEstate();
        cell.distrustTokensSoFar();

        assertThat(suspend(estate).status()).isEqualTo(503);
        assertThat(suspend(estate).status()).isEqualTo(200);
    }

    private Api.Answer suspend(UUID estate) {
        return staff.post("/api/platform/estates/" + estate + "/suspension", Map.of("reason", "物业交接"));
    }
}
