package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.identity.PeopleClient;
import cn.yuanlin.platform.identity.VerifiedPhone;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.media.MediaFiles;
import cn.yuanlin.platform.membership.BindingOutcome.Recorded;
import cn.yuanlin.platform.membership.BindingOutcome.TooMany;
import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.people.RollMatcher;
import cn.yuanlin.platform.people.RollMatcher.Match;
import cn.yuanlin.platform.people.UnitNo;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** People bind their account to a unit, or come in as guests, and leave. */
@Service
class Bindings {
    private static final int A_DAY = 10;
    private static final int MOST_EVIDENCE = 9;

    private final MembershipStore store;
    private final RollMatcher roll;
    private final PeopleClient people;
    private final EstateKeys keys;
    private final DocumentTries tries;
    private final Ties ties;
    private final Belonging belonging;
    private final BindingViews views;
    private final Arrivals arrivals;
    private final MediaFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param lastSix of the id number; null if not given */
    record Claim(UnitNo unit, String name, @Nullable String lastSix, Relation relation) {
        @Override
        public String toString() {
            return "Claim[" + unit + "]";
        }
    }

    /** How adding evidence ended. */
    enum EvidenceOutcome {
        ADDED,
        UNKNOWN,
        FULL
    }

    Bindings(
            MembershipStore store,
            RollMatcher roll,
            PeopleClient people,
            EstateKeys keys,
            DocumentTries tries,
            Ties ties,
            Belonging belonging,
            BindingViews views,
            Arrivals arrivals,
            MediaFiles files,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.roll = roll;
        this.people = people;
        this.keys = keys;
        this.tries = tries;
        this.ties = ties;
        this.belonging = belonging;
        this.views = views;
        this.arrivals = arrivals;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One path for doors that are there and doors that are not.
     *
     * @throws cn.yuanlin.platform.shared.ProblemException 503 while the verified phone can't be asked for
     */
    BindingOutcome ask(Caller person, Claim claim) {
        // Both before the transaction: they take another connection, and time.
        var phone = people.phoneOf(person.subject()).orElse(null);
        var secrets = keys.current();
        var outcome = Objects.requireNonNull(transaction.execute(status -> ask(person, claim, phone, secrets)));
        ties.changed(person.subject());
        if (outcome instanceof Recorded(var tie, var proved) && proved) belonging.proved(tie.subject());
        return outcome;
    }

    private BindingOutcome ask(Caller person, Claim claim, @Nullable VerifiedPhone phone, EstateSecrets secrets) {
        store.lock(person.subject());
        var now = clock.instant();
        var door = Door.of(claim.unit());
        var before = ties.current(person.subject(), door).orElse(null);
        boolean repeated = before != null && isAsked(before, claim);
        if (!repeated && store.askedSince(person.subject(), now.minus(Duration.ofDays(1))) >= A_DAY)
            return new TooMany();
        var number = phone == null ? null : phone.number();
        // Without a phone nobody is matched, whatever the document.
        boolean tried = number != null && claim.lastSix() != null && tries.take(number, secrets);
        var seen = roll.match(claim.unit(), claim.name(), number, tried ? claim.lastSix() : null, secrets);
        boolean marked = phone != null && phone.reverifyNeeded();
        // A number that may have passed to somebody else counts only together with the document.
        var match = marked && !seen.document() ? Match.nobody(seen.unit()) : seen;
        var asked = new Membership(
                store.newId(),
                person.subject(),
                claim.name(),
                claim.relation(),
                Standing.byRoll(claim.relation(), match),
                door,
                match.unit(),
                match.person(),
                null,
                now);
        var tie = before == null ? asked : again(before, asked);
        boolean proved = marked && proves(match, tie);
        if (tie.standing().rights() == Rights.OWNER)
            tie = tie.with(marked && !proved ? Standing.OWNER_TO_BE_PROVED : Standing.OWNER);
        // What the committee has before it must not become another request while it decides.
        if (before != null && !before.id().equals(tie.id())) ties.end(before, Act.LEFT, person.subject(), null);
        store.save(tie);
        store.record(tie, Act.ASKED, person.subject(), null, now);
        arrivals.tell(before, tie);
        if (number != null && tried) counted(number, secrets, seen, tie);
        return new Recorded(tie, proved);
    }

    private void counted(String number, EstateSecrets secrets, Match seen, Membership tie) {
        if (seen.document()) tries.right(number, secrets);
        else if (seen.person() != null) tries.wrong(number, secrets, tie);
    }

    /** Only by this claim's own document: what the account had before may be somebody else's, as may its other units. */
    private boolean proves(Match match, Membership tie) {
        var shown = match.document() ? match.person() : null;
        return shown != null && shown.equals(tie.person()) && store.ownsOnlyAs(tie.subject(), shown);
    }

    private static boolean isAsked(Membership before, Claim claim) {
        return before.standing().rights() == Rights.OWNER
                || before.name().equals(claim.name()) && before.relation() == claim.relation();
    }

    /** The same claim again is the same request, another one a new; neither takes away what the person has. */
    private static Membership again(Membership before, Membership asked) {
        if (before.standing().rights() == Rights.OWNER) return before;
        boolean same = before.name().equals(asked.name()) && before.relation() == asked.relation();
        var standing = Standing.asksAgain(before.standing(), asked.standing());
        return new Membership(
                same ? before.id() : asked.id(),
                asked.subject(),
                asked.name(),
                asked.relation(),
                standing,
                asked.door(),
                asked.unit() == null ? before.unit() : asked.unit(),
                // Who was matched stays: by that person the tie ends with the transfer of the unit.
                asked.person() == null ? before.person() : asked.person(),
                standing.rights() == Rights.OWNER ? null : before.until(),
                same ? before.askedAt() : asked.askedAt());
    }

    Page<BindingViews.MyBinding> mine(Caller person, Keyset keyset) {
        // Who was let in while the control plane was away gets the estate into their token by looking.
        belonging.tell(person.subject());
        return views.mine(person.subject(), keyset);
    }

    /** @return the tie of the guest, or what the person is here already */
    Membership joinAsGuest(Caller person) {
        var tie = Objects.requireNonNull(transaction.execute(status -> {
            store.lock(person.subject());
            var before = ties.current(person.subject(), null);
            if (before.isPresent()) return before.get();
            var now = clock.instant();
            var guest = new Membership(
                    store.newId(),
                    person.subject(),
                    Ties.nameOf(person),
                    Relation.GUEST,
                    Standing.GUEST,
                    null,
                    null,
                    null,
                    null,
                    now);
            store.save(guest);
            store.record(guest, Act.JOINED, person.subject(), null, now);
            return guest;
        }));
        ties.changed(person.subject());
        return tie;
    }

    EvidenceOutcome addEvidence(Caller person, UUID binding, UUID media) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(person.subject());
            var waiting = own(person, binding).filter(tie -> tie.standing().awaitsDecision());
            if (waiting.isEmpty()) return EvidenceOutcome.UNKNOWN;
            if (store.evidenceOf(binding) >= MOST_EVIDENCE) return EvidenceOutcome.FULL;
            if (!files.give(media, BindingEvidence.TYPE, binding.toString(), person.subject()))
                return EvidenceOutcome.UNKNOWN;
            store.addEvidence(binding, media, clock.instant());
            return EvidenceOutcome.ADDED;
        }));
    }

    /** @return false if the person has no such tie */
    boolean leave(Caller person, UUID binding) {
        boolean left = Objects.requireNonNull(transaction.execute(status -> {
            store.lock(person.subject());
            var tie = own(person, binding).filter(own -> own.standing().isLive());
            tie.ifPresent(own -> ties.end(own, Act.LEFT, person.subject(), null));
            return tie.isPresent();
        }));
        ties.changed(person.subject());
        return left;
    }

    private Optional<Membership> own(Caller person, UUID binding) {
        return store.find(binding).filter(tie -> tie.subject().equals(person.subject()));
    }
}
