package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.StatementCount;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LapsedTiesTest extends MembershipTest {
    private static final LocalDate TODAY = LocalDate.now(TieRoles.SHANGHAI);

    @Autowired
    private MembershipStore store;

    @Test
    void endWithTheChangeAndTakeFamilyAlongButNoTenant() {
        var room = freshRoom();
        var unit = unit(room);
        var owner = ownerOf(room);
        var child = freshPerson();
        var tenant = freshPerson();
        join(child, owner, unit, "FAMILY", null);
        join(tenant, owner, unit, "TENANT", TODAY.plusDays(30));
        var elsewhere = ownerOf(freshRoom());

        change(unit, List.of());

        assertThat(stateOf(owner)).isEqualTo("REVOKED");
        assertThat(stateOf(child)).isEqualTo("REVOKED");
        assertThat(stateOf(tenant)).isEqualTo("VERIFIED");
        assertThat(stateOf(elsewhere)).isEqualTo("VERIFIED");
        assertThat(lastReasonOf(child)).isEqualTo("roll: 名册已变更");
        assertThat(as(owner).get(API + "/me/bindings").text()).contains("名册已变更");
    }

    @Test
    void takeFamilyAlongWhomTheCommitteeLetIn() {
        var sold = freshRoom();
        var shared = freshRoom();
        var child = acceptedFamily(sold);
        var spouse = acceptedFamily(shared);

        var buyer = Map.of("name", "买家" + sold, "kind", "PERSON");
        change(
                unit(sold),
                List.of(Map.of("newPerson", buyer, "shareNumerator", 1, "shareDenominator", 1, "nominated", false)));
        change(
                unit(shared),
                List.of(
                        Map.of("person", holder(shared), "shareNumerator", 1, "shareDenominator", 2, "nominated", true),
                        Map.of("newPerson", buyer, "shareNumerator", 1, "shareDenominator", 2, "nominated", false)));

        assertThat(stateOf(child)).isEqualTo("REVOKED");
        assertThat(stateOf(spouse)).isEqualTo("VERIFIED");
    }

    private String acceptedFamily(String room) {
        var person = freshPerson();
        bind(person, room, "家人" + room, null, "FAMILY");
        var decided = as(CHAIR)
                .post(
                        API + "/binding-requests/" + bindingOf(person) + "/decision",
                        Map.of("accepted", true, "reason", "户口本已核对"));
        assertThat(decided.status()).as(decided.text()).isLessThan(300);
        assertThat(stateOf(person)).isEqualTo("VERIFIED");
        return person;
    }

    @Test
    void stayForWhoStillHoldsTheUnitAndTheirFamily() {
        var room = freshRoom();
        var unit = unit(room);
        var owner = ownerOf(room);
        var child = freshPerson();
        join(child, owner, unit, "FAMILY", null);
        var newcomer = Map.of("name", "共有人" + room, "kind", "PERSON");
        change(
                unit,
                List.of(
                        Map.of("person", holder(room), "shareNumerator", 1, "shareDenominator", 2, "nominated", true),
                        Map.of("newPerson", newcomer, "shareNumerator", 1, "shareDenominator", 2, "nominated", false)));
        assertThat(stateOf(owner)).isEqualTo("VERIFIED");
        assertThat(stateOf(child)).isEqualTo("VERIFIED");
    }

    @Test
    void asksTheDatabaseTheSameHoweverManyEnd() {
        var one = unit(roomOf(1));
        var many = unit(roomOf(6));
        long few = StatementCount.of(() -> change(one, List.of()));
        assertThat(StatementCount.of(() -> change(many, List.of()))).isLessThanOrEqualTo(few);
        assertThat(standing(one)).isZero();
        assertThat(standing(many)).isZero();
    }

    @Test
    void endAlsoIfSomebodyWasJustBeingLetIn() throws Exception {
        var room = freshRoom();
        var unit = unit(room);
        var person = holder(room);
        var late = freshPerson();
        var read = new CompletableFuture<Void>();
        var go = new CompletableFuture<Void>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var letIn = threads.submit(() -> inEstate(estate(), () -> {
                store.lock(late);
                read.complete(null);
                go.join();
                store.save(tie(late, room, unit, person));
            }));
            read.join();
            var change = threads.submit(() -> change(unit, List.of()));
            try {
                await().until(LapsedTiesTest::somebodyWaitsForALock);
            } finally {
                go.complete(null);
            }
            letIn.get();
            change.get();
        }
        assertThat(stateOf(late)).isEqualTo("REVOKED");
    }

    private Membership tie(String subject, String room, UUID unit, UUID person) {
        var door = new Door("3幢2单元" + room + "室", store.keyOf(unit).orElseThrow());
        return new Membership(
                store.newId(),
                subject,
                "业主" + room,
                Relation.OWNER,
                Standing.OWNER,
                door,
                unit,
                person,
                null,
                Instant.now());
    }

    /** A room whose owner has so many accounts. */
    private String roomOf(int accounts) {
        var room = freshRoom();
        for (int n = 0; n < accounts; n++) ownerOf(room);
        return room;
    }

    private int standing(UUID unit) {
        return ask(() -> jdbc.sql("select count(*) from membership where unit_id = ? and state = 'VERIFIED'")
                .param(unit)
                .query(Integer.class)
                .single());
    }

    private static boolean somebodyWaitsForALock() throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var query = superuser.createStatement();
                var rows = query.executeQuery(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private Http.Answer change(UUID unit, List<Map<String, ?>> holders) {
        var answer = as(CHAIR)
                .post(
                        API + "/roll/changes",
                        Map.of(
                                "unit",
                                unit,
                                "kind",
                                "DEATH",
                                "effectiveOn",
                                TODAY.toString(),
                                "reason",
                                "继承",
                                "holders",
                                holders));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private void join(String person, String owner, UUID unit, String relation, @Nullable LocalDate until) {
        var terms = new HashMap<String, Object>(Map.of("relation", relation));
        if (until != null) terms.put("until", until.toString());
        var invited = as(owner).post(API + "/me/units/" + unit + "/invitations", terms);
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        var code = invited.json().path("code").asString();
        assertThat(http().as(tokenOf(person))
                        .post(API + "/invitations/" + code + "/acceptance", null)
                        .status())
                .isEqualTo(200);
    }

    private String stateOf(String subject) {
        return ask(() -> jdbc.sql("select state from membership where subject = ?")
                .param(subject)
                .query(String.class)
                .single());
    }

    private String lastReasonOf(String subject) {
        return ask(() -> jdbc.sql("""
                select e.by_whom || ': ' || e.reason from membership_event e join membership m on m.id = e.membership_id
                where m.subject = ? order by e.id desc limit 1
                """).param(subject).query(String.class).single());
    }
}
