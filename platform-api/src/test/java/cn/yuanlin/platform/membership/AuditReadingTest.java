package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditReadingTest extends MembershipTest {
    /** Why the whole roll goes out here: everybody on it has a row of it from then on. */
    static final String WHOLE_ROLL = "选举前核对";

    private static final String AUDITOR = "audit-reader";

    @BeforeEach
    void anAuditor() {
        Members.admit(http(), ESTATE, AUDITOR, Role.AUDITOR);
    }

    @Test
    void anExportOfTheWholeRollIsSeenByWhoWatches() {
        assertThat(as(CHAIR)
                        .post(API + "/roll/export", Map.of("reason", WHOLE_ROLL))
                        .status())
                .isEqualTo(200);
        var newest = entries("kind=EXPORT").getFirst();
        assertThat(newest.path("act").asString()).isEqualTo("roll.export");
        assertThat(newest.path("detail").path("reason").asString()).isEqualTo(WHOLE_ROLL);
        assertThat(newest.path("by").asString()).isEqualTo("测试" + CHAIR);
    }

    @Test
    void namesWhoActedAndWhomOrWhichDoorItWasAboutAndNoAccount() {
        var room = freshRoom();
        var author = ownerOf(freshRoom());
        Members.admit(http(), ESTATE, author, Role.COMMITTEE);
        as(author).get(API + "/roll/units/" + unit(room) + "/history");
        as(author).post(API + "/persons/" + holder(room) + "/disclosures", Map.of("field", "PHONE", "reason", "漏水"));
        var reading = entries("kind=READING&limit=2");
        assertThat(reading)
                .extracting(entry -> entry.path("act").asString())
                .containsExactly("person.disclosed", "roll.read-history");
        assertThat(reading)
                .extracting(entry -> entry.path("about").asString())
                .containsExactly("业主" + room, "3幢2单元" + room + "室");
        assertThat(reading)
                .allSatisfy(entry -> assertThat(entry.path("by").asString()).startsWith("业主"));
        assertThat(reading.toString()).doesNotContain(author);
    }

    @Test
    void isReadPageByPageNewestFirst() {
        for (int n = 0; n < 6; n++) as(CHAIR).get(API + "/roll?limit=1");
        var first = page("kind=READING&limit=3");
        var second = page("kind=READING&limit=3&after=" + first.path("next").asString());
        var ids = Stream.of(first, second)
                .flatMap(page -> page.path("items").valueStream())
                .map(entry -> entry.path("id").asString())
                .toList();
        assertThat(ids).hasSize(6).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aDayIsADayInShanghai() {
        note("2020-01-01T15:59:59Z", "one");
        note("2020-01-01T16:00:00Z", "two");
        note("2020-01-02T15:59:59Z", "three");
        note("2020-01-02T16:00:00Z", "four");
        assertThat(entries("kind=OTHER&day=2020-01-02"))
                .extracting(entry -> entry.path("act").asString())
                .containsExactlyInAnyOrder("two", "three");
        assertThat(entries("day=2020-01-02&kind=ROLL")).isEmpty();
        assertThat(entries("day=2020-01-02")).hasSize(2);
    }

    @Test
    void whatItWasNotAskedForItDoesNotTell() {
        assertThat(read("kind=NONSENSE").status()).isEqualTo(400);
        assertThat(read("day=9999-01-01").status()).isEqualTo(400);
        var owner = ownerOf(freshRoom());
        Members.admit(http(), ESTATE, "audit-keeper", Role.PROPERTY);
        for (var other : List.of(owner, "audit-keeper"))
            assertThat(as(other).get(API + "/audit").status()).isEqualTo(403);
    }

    private void note(String at, String act) {
        inEstate(
                estate(),
                () -> jdbc.sql(
                                "insert into audit_event (at, actor, act, subject_type, subject_id) values (?, 'x', ?, 'x', 'x')")
                        .params(Timestamp.from(Instant.parse(at)), act)
                        .update());
    }

    private List<JsonNode> entries(String query) {
        return page(query).path("items").valueStream().toList();
    }

    private JsonNode page(String query) {
        var answer = read(query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer read(String query) {
        return as(AUDITOR).get(API + "/audit?" + query);
    }
}
