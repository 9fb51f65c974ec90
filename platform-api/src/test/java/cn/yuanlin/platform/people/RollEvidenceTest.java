package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.media.file.Pictures;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestTasks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of the roll was made on. */
class RollEvidenceTest extends RollPlatformTest {
    private static final byte[] DEED = Pictures.jpeg(60, 40);

    @BeforeEach
    void aRoll() {
        imported(
                30,
                List.of(unit("1-101", 8_000), unit("1-102", 8_000)),
                List.of(held("1-101", "甲"), held("1-102", "甲")));
        Members.admit(http(), estate.id(), "vice-chair", Role.COMMITTEE);
    }

    @Test
    void belongsToTheChangeAndIsSeenByCommitteeAndAuditor() {
        var deed = upload("chair");
        assertThat(mayRead("vice-chair", deed)).isEqualTo(404);
        assertThat(sell("1-101", deed).status()).isEqualTo(201);

        for (var reader : List.of("chair", "vice-chair", "auditor"))
            assertThat(mayRead(reader, deed)).as(reader).isEqualTo(200);
        for (var reader : List.of("owner", "property", "stranger"))
            assertThat(mayRead(reader, deed)).as(reader).isIn(403, 404);
        assertThat(count(
                        "select count(*) from audit_event where act = 'evidence.read' and subject_type = 'roll_event'"))
                .isEqualTo(3);
        var past = as("auditor")
                .get(api("/roll/units/" + unitId("1-101") + "/history"))
                .json();
        assertThat(past.get("items").get(0).get("evidence").asString()).isEqualTo(deed);
    }

    @Test
    void isThereStillWhenLooseUploadsAreForgotten() {
        var deed = upload("chair");
        assertThat(sell("1-101", deed).status()).isEqualTo(201);
        TestTasks.makeDue(UUID.fromString(deed));
        await().until(() -> TestTasks.ordersOf(UUID.fromString(deed)).isEmpty());
        assertThat(mayRead("auditor", deed)).isEqualTo(200);
    }

    @Test
    void isAnUploadOfWhoeverMakesTheChangeAndOfNoOther() {
        assertThat(sell("1-101", UUID.randomUUID().toString()).status()).isEqualTo(400);
        var others = upload("vice-chair");
        var refused = sell("1-101", others);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("evidence");
        assertThat(holders("1-101")).containsExactly("甲 1/1");
        assertThat(count("select count(*) from roll_event")).isOne();

        var deed = upload("chair");
        assertThat(sell("1-101", deed).status()).isEqualTo(201);
        assertThat(sell("1-102", deed).status())
                .as("it is the first change's already")
                .isEqualTo(400);
    }

    private Http.Answer sell(String number, String evidence) {
        return change(number, "TRANSFER", TODAY, List.of(sole("乙")), Map.of("evidence", evidence));
    }

    private String upload(String uploader) {
        var answer = as(uploader).postBytes(api("/media"), DEED);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private int mayRead(String reader, String media) {
        return as(reader).get(api("/media/" + media)).status();
    }
}
