package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.KnownRoles;
import cn.yuanlin.platform.access.MembershipReader;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.KnownPeople;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who belongs to the estate, and as what. */
@Service
class Memberships implements MembershipReader {
    private static final String NOBODY = "已注销用户";

    private final MemberStore store;
    private final EntityManager entities;
    private final KnownRoles known;
    private final AccountNames names;
    private final KnownPeople people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Memberships(
            MemberStore store,
            EntityManager entities,
            KnownRoles known,
            AccountNames names,
            KnownPeople people,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.entities = entities;
        this.known = known;
        this.names = names;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Set<Role> rolesOf(String subject) {
        return transaction.execute(status -> store.rolesOf(subject));
    }

    /** As the token says; of an account that has no name, the one the roll knows it by, or null. */
    @Nullable
    String nameOf(Caller caller) {
        if (!caller.name().equals(caller.subject())) return caller.name();
        var known = transaction.execute(status -> names.of(List.of(caller.subject())));
        return known == null ? null : known.get(caller.subject());
    }

    /** Makes the person a member with exactly these roles; doing it again changes nothing. */
    void admit(String subject, String name, Set<Role> roles, String byWhom) {
        people.note(CurrentEstate.get().id(), subject);
        transaction.executeWithoutResult(status -> {
            store.lock(subject);
            var member = entities.find(Member.class, subject);
            boolean changed = member == null || member.become(name, roles);
            if (member == null) {
                member = new Member(subject, name, roles);
                entities.persist(member);
            }
            if (changed) record(member, byWhom);
        });
        known.forget(subject);
    }

    /** Takes all roles away; a stranger stays one. */
    void remove(String subject, String byWhom) {
        transaction.executeWithoutResult(status -> {
            store.lock(subject);
            var member = entities.find(Member.class, subject);
            if (member != null && member.remove()) record(member, byWhom);
        });
        known.forget(subject);
    }

    /** Takes all roles away, and the name. */
    void close(String subject) {
        transaction.executeWithoutResult(status -> {
            remove(subject, subject);
            var member = entities.find(Member.class, subject);
            if (member != null) member.forgetName(NOBODY);
        });
    }

    private void record(Member member, String byWhom) {
        // The event's key points at the member, which Hibernate may not have written yet.
        entities.flush();
        store.record(member, byWhom, clock.instant());
    }
}
