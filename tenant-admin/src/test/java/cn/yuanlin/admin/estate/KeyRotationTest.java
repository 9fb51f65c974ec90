package cn.yuanlin.admin.estate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyRotationTest extends CellTest {
    @Test
    void thePlatformAdministratorOrdersNewKeysOnTheRecord() {
        var estate = activeEstate();
        var admin = api.as(TokenIssuer.platformAdmin());

        var answer = admin.post(path(estate));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("stage").asString()).isEqualTo("ORDERED");
        assertThat(admin.get(path(estate) + "/latest").json().path("stage").asString())
                .isEqualTo("ORDERED");
        assertThat(cell.calls("POST /internal/estates/" + estate + "/key-rotations"))
                .isEqualTo(1);
        assertThat(owner.sql("select act from control.audit_event where subject_id = ?")
                        .param(estate.toString())
                        .query(String.class)
                        .list())
                .contains("estate.rotate-keys");
    }

    @Test
    void nobodyElseDoesAndNotBeforeAnEstateIsOpen() {
        assertThat(staff.post(path(activeEstate())).status()).isEqualTo(403);
        assertThat(api.as(TokenIssuer.platformAdmin())
                        .post(path(enteredEstate()))
                        .status())
                .isEqualTo(409);
    }

    private static String path(UUID estate) {
        return "/api/platform/estates/" + estate + "/key-rotations";
    }
}
