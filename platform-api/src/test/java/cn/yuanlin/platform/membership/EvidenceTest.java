package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.media.file.Pictures;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestPeople;
import cn.yuanlin.platform.testing.TestTasks;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Deeds that a request is decided on: from the phone of somebody who is nobody here yet, to the committee. */
class EvidenceTest extends MembershipTest {
    private static final byte[] DEED = Pictures.jpeg(60, 40);

    @Autowired
    private EvidenceRetention retention;

    private final String person = freshPerson();

    @Test
    void isSeenByWhoHandedItInAndByTheCommitteeAlone() {
        var evidence = path();
        var media = upload(person);
        assertThat(mayRead(CHAIR, media)).isEqualTo(404);
        assertThat(handIn(evidence, media)).isEqualTo(204);
        assertThat(mayRead(person, media)).isEqualTo(200);
        assertThat(mayRead(CHAIR, media)).isEqualTo(200);
        assertThat(lookedAt(bindingOf(person))).isEqualTo(1);
        assertThat(mayRead(ownerOf(freshRoom()), media)).isEqualTo(404);
        var manager = freshPerson();
        Members.admit(http(), ESTATE, manager, Role.PROPERTY, Role.COMMITTEE);
        assertThat(mayRead(manager, media)).isEqualTo(404);
        assertThat(lookedAt(bindingOf(person))).isEqualTo(1);
    }

    @Test
    void isNotShownToACommitteeMemberWhoseNumberMayHaveChangedHands() {
        var evidence = path();
        var media = upload(person);
        handIn(evidence, media);
        var member = personWithPhoneOf(freshRoom());
        Members.admit(http(), ESTATE, member, Role.COMMITTEE);
        TestPeople.mark(member);
        assertThat(mayRead(member, media)).isEqualTo(403);
        assertThat(mayRead(member, media + "/thumbnail")).isEqualTo(403);
        assertThat(lookedAt(bindingOf(person))).isZero();
        TestPeople.recycled(person, phoneOf(freshRoom()));
        assertThat(mayRead(person, media)).isEqualTo(200);
    }

    @Test
    void whoHandedItInSeesWhoLooked() {
        var evidence = path();
        var media = upload(person);
        handIn(evidence, media);
        assertThat(mayRead(person, media)).isEqualTo(200);
        assertThat(looks(person)).isEmpty();
        assertThat(mayRead(CHAIR, media)).isEqualTo(200);
        var looks = looks(person);
        assertThat(looks).hasSize(1);
        assertThat(looks.path(0).path("field").asString()).isEqualTo("EVIDENCE");
        assertThat(looks.path(0).path("person").asString()).isEqualTo("某人");
        assertThat(looks.path(0).path("reader").asString()).isEqualTo("测试" + CHAIR);
        assertThat(looks(freshPerson())).isEmpty();
    }

    @Test
    void isForOnesOwnRequestAndOfOnesOwnUploads() {
        var evidence = path();
        var other = freshPerson();
        var media = upload(other);
        assertThat(newcomer(other).post(evidence, Map.of("media", media)).status())
                .isEqualTo(404);
        assertThat(handIn(evidence, media)).isEqualTo(404);
        assertThat(handIn(evidence, UUID.randomUUID().toString())).isEqualTo(404);
        assertThat(mayRead(CHAIR, media)).isEqualTo(404);
    }

    @Test
    void isBoundedInEachRequestAndBeforeIt() {
        var evidence = path();
        for (int file = 1; file <= 9; file++)
            assertThat(handIn(evidence, upload(person))).isEqualTo(204);
        assertThat(handIn(evidence, upload(person))).isEqualTo(409);
        for (int file = 2; file <= 9; file++) upload(person);
        assertThat(newcomer(person).postBytes(API + "/media", DEED).status()).isEqualTo(409);
    }

    @Test
    void isDeletedSomeTimeAfterTheDecision() throws SQLException {
        var evidence = path();
        var media = upload(person);
        handIn(evidence, media);
        var request = UUID.fromString(bindingOf(person));
        assertThat(TestTasks.ordersOf(request)).isEmpty();
        // As if it had been ordered for a decision that came to nothing.
        work(request);
        assertThat(mayRead(CHAIR, media)).isEqualTo(200);

        var refused = as(CHAIR)
                .post(API + "/binding-requests/" + request + "/decision", Map.of("accepted", false, "reason", "材料看不清"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(TestTasks.ordersOf(request)).containsExactly(EvidenceRetention.NAME);
        assertThat(work(request)).isPresent();
        assertThat(mayRead(CHAIR, media)).isEqualTo(200);

        decidedDaysAgo(request, 31);
        assertThat(work(request)).isEmpty();
        assertThat(mayRead(CHAIR, media)).isEqualTo(404);
        assertThat(mayRead(person, media)).isEqualTo(404);
        var requests = as(CHAIR).get(API + "/binding-requests?state=REJECTED&limit=200");
        assertThat(requests.text()).contains(request.toString()).doesNotContain(media);
    }

    @Test
    void isDeletedSomeTimeAfterARequestThatWasWithdrawn() throws SQLException {
        var evidence = path();
        var media = upload(person);
        handIn(evidence, media);
        var request = UUID.fromString(bindingOf(person));
        assertThat(newcomer(person).delete(API + "/me/bindings/" + request).status())
                .isEqualTo(204);
        assertThat(TestTasks.ordersOf(request)).containsExactly(EvidenceRetention.NAME);
        decidedDaysAgo(request, 31);
        assertThat(work(request)).isEmpty();
        assertThat(mayRead(person, media)).isEqualTo(404);
    }

    @Test
    void isDeletedAtOnceWithTheAccount() {
        var evidence = path();
        var media = upload(person);
        handIn(evidence, media);
        assertThat(newcomer(person).post(API + "/me/closing", null).status()).isEqualTo(200);
        assertThat(mayRead(CHAIR, media)).isEqualTo(404);
    }

    private Optional<Instant> work(UUID request) {
        var next = new AtomicReference<Optional<Instant>>(Optional.empty());
        CurrentEstate.run(estate(), () -> next.set(retention.work(request, () -> false)));
        return next.get();
    }

    private void decidedDaysAgo(UUID request, int days) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("update %s.membership_event set at = at - interval '%d days' where membership_id = '%s'"
                    .formatted(estate().schema(), days, request));
        }
    }

    private String path() {
        bind(person, freshRoom(), "某人", null, "OWNER");
        return API + "/bindings/" + bindingOf(person) + "/evidence";
    }

    private int handIn(String evidence, String media) {
        return newcomer(person).post(evidence, Map.of("media", media)).status();
    }

    private int mayRead(String reader, String media) {
        return as(reader).get(API + "/media/" + media).status();
    }

    private JsonNode looks(String whose) {
        return newcomer(whose).get(API + "/me/disclosures").json().path("items");
    }

    private String upload(String uploader) {
        var answer = newcomer(uploader).postBytes(API + "/media", DEED);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private int lookedAt(String binding) {
        return ask(() -> jdbc.sql("select count(*) from audit_event where act = 'evidence.read' and subject_id = ?")
                .param(binding)
                .query(Integer.class)
                .single());
    }

    /** With a token that names no estate. */
    private Http newcomer(String subject) {
        return http().as(tokenOf(subject));
    }
}
