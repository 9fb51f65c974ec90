package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.committee.StaffOutcome.AlreadyLeft;
import cn.yuanlin.platform.committee.StaffOutcome.Done;
import cn.yuanlin.platform.committee.StaffOutcome.InPost;
import cn.yuanlin.platform.committee.StaffOutcome.Nobody;
import cn.yuanlin.platform.committee.StaffOutcome.OutsidePost;
import cn.yuanlin.platform.committee.StaffOutcome.SitsInCommittee;
import cn.yuanlin.platform.committee.StaffOutcome.Unknown;
import cn.yuanlin.platform.membership.Ties;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Property staff, shop clerks and auditors, taken on and let go by the committee. Each step is a row that stays. */
@Service
class Staff {
    private final StaffStore store;
    private final CommitteeStore committee;
    private final Ties ties;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * @param name as the committee calls them
     * @param until the last day; null if none is agreed
     */
    record Engaged(
            UUID membership,
            String name,
            Post post,
            LocalDate from,
            @Nullable LocalDate until) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Engaged[]";
        }
    }

    Staff(
            StaffStore store,
            CommitteeStore committee,
            Ties ties,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.committee = committee;
        this.ties = ties;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Newest first. */
    Page<StaffAppointment> all(Keyset keyset) {
        return Objects.requireNonNull(transaction.execute(status ->
                Page.of(store.all(keyset), keyset, one -> List.of(one.id().toString()))));
    }

    StaffOutcome appoint(Caller byWhom, Engaged engaged) {
        return told(Objects.requireNonNull(transaction.execute(status -> {
            // One lock for offices and posts, because some exclude each other.
            committee.lock();
            return appointLocked(byWhom, engaged);
        })));
    }

    private StaffOutcome appointLocked(Caller byWhom, Engaged engaged) {
        var subject = ties.whoStandsBehind(engaged.membership()).orElse(null);
        if (subject == null) return new Nobody();
        if (store.isInPost(subject, engaged)) return new InPost();
        var made = store.insert(subject, engaged, byWhom, clock.instant());
        if (made.isEmpty()) return new SitsInCommittee();
        store.name(subject, engaged.name());
        note(byWhom, "staff.appointed", made.get(), engaged.post());
        return new Done(store.find(made.get()).orElseThrow());
    }

    /** @param on the first day without the post; not before it began, nor after its last day */
    StaffOutcome end(Caller byWhom, UUID appointment, LocalDate on, String reason) {
        return told(Objects.requireNonNull(transaction.execute(status -> {
            committee.lock();
            var held = store.find(appointment).orElse(null);
            if (held == null) return new Unknown();
            if (held.left() != null) return new AlreadyLeft();
            if (on.isBefore(held.from()) || (held.until() != null && on.isAfter(held.until())))
                return new OutsidePost();
            store.insertEnd(appointment, on, reason, byWhom, clock.instant());
            note(byWhom, "staff.ended", appointment, held.post());
            return new Done(store.find(appointment).orElseThrow());
        })));
    }

    private StaffOutcome told(StaffOutcome outcome) {
        if (outcome instanceof Done(var appointment)) ties.changed(appointment.subject());
        return outcome;
    }

    private void note(Caller byWhom, String act, UUID id, Post post) {
        audit.note(byWhom.subject(), act, "staff_appointment", id, Map.of("post", post.name()));
    }
}
