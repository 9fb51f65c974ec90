package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.people.RollFixture;
import cn.yuanlin.platform.people.RollImport;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestPeople;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An estate with a roll, a committee and a room of its own for each test that takes one. */
public abstract class MembershipTest extends PlatformTest {
    protected static final UUID ESTATE = UUID.fromString("01990000-0000-7000-8000-0000b0000001");
    protected static final String API = "/api/estates/belonging";
    protected static final String CHAIR = "belonging-chair";
    private static final AtomicInteger ROOMS = new AtomicInteger(100);

    @Autowired
    private RollImport roll;

    @Autowired
    private EstateKeys keys;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void anEstateWithARollAndACommittee() throws SQLException {
        if (registry.bySlug("belonging").isEmpty()) {
            var registered = register(ESTATE, "belonging", "归属");
            keys.make(ESTATE);
            var rooms = Stream.concat(
                            IntStream.rangeClosed(100, 299).mapToObj(Integer::toString), Stream.of("901", "902", "903"))
                    .toList();
            inEstate(activate(registered), () -> RollFixture.importRooms(roll, rooms));
        }
        Members.admit(http(), ESTATE, CHAIR, Role.COMMITTEE);
    }

    protected Estate estate() {
        return registry.byId(ESTATE).orElseThrow();
    }

    /** A room no other test uses. */
    protected static String freshRoom() {
        return Integer.toString(ROOMS.getAndIncrement());
    }

    /** Somebody of whom nothing is known. */
    protected static String freshPerson() {
        return "p-" + UUID.randomUUID();
    }

    /** Somebody who proved to have the phone that the roll has for the room's owner. */
    protected static String personWithPhoneOf(String room) {
        var person = freshPerson();
        TestPeople.verified(person, phoneOf(room));
        return person;
    }

    /** Somebody who is bound as the owner of the room. */
    protected String ownerOf(String room) {
        var person = personWithPhoneOf(room);
        assertThat(bind(person, room, "业主" + room, lastSixOf(room), "OWNER").status())
                .isEqualTo(202);
        assertThat(rolesOf(person)).containsExactly("OWNER");
        return person;
    }

    protected Http.Answer bind(String person, String room, String name, @Nullable String lastSix, String relation) {
        var claim = new HashMap<String, @Nullable Object>(
                Map.of("building", "3幢", "entrance", "2单元", "room", room, "name", name, "relation", relation));
        claim.put("idLastSix", lastSix);
        return as(person).post(API + "/bindings", claim);
    }

    /** With a token that names the estate, as it would after the next refresh. */
    protected Http as(String person) {
        return http().as(tokenOf(person, ESTATE));
    }

    /** Empty for who is not let in. */
    protected List<String> rolesOf(String person) {
        var me = as(person).get(API + "/me");
        if (me.status() == 403) return List.of();
        return me.json()
                .path("roles")
                .valueStream()
                .map(role -> role.asString())
                .toList();
    }

    protected String bindingOf(String person) {
        return as(person)
                .get(API + "/me/bindings")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    protected <T> T ask(Supplier<T> question) {
        var answer = new Object[1];
        inEstate(estate(), () -> answer[0] = question.get());
        @SuppressWarnings("unchecked")
        var known = (T) answer[0];
        return known;
    }

    protected UUID unit(String room) {
        return ask(() -> RollFixture.unitId(jdbc, room));
    }

    protected UUID holder(String room) {
        return ask(() -> RollFixture.holderId(jdbc, room));
    }

    /** A room that a company holds, for which 代表 and the room acts. */
    protected String companysRoom() {
        var room = Integer.toString(ROOMS.getAndIncrement() + 300);
        inEstate(estate(), () -> RollFixture.importCompany(roll, room));
        return room;
    }

    protected void dismiss(String room) {
        inEstate(estate(), () -> RollFixture.dismiss(jdbc, room));
    }

    protected void sell(String room) {
        inEstate(estate(), () -> RollFixture.sell(jdbc, room));
    }
}
