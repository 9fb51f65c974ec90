package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.keycloak.Residents;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which WeChat account opens which resident's account. */
@Component
class WeChatLinks {
    private static final Duration NUMBERS_REST = Duration.ofDays(90);

    private final WeChat weChat;
    private final Residents residents;
    private final ResidentAccountStore store;
    private final KeyedHash hash;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WeChatLinks(
            WeChat weChat,
            Residents residents,
            ResidentAccountStore store,
            KeyedHash hash,
            TransactionTemplate transaction,
            Clock clock) {
        this.weChat = weChat;
        this.residents = residents;
        this.store = store;
        this.hash = hash;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The open account of the person: one that is being closed may still be linked for a moment. */
    Optional<UUID> known(WeChatPerson person) {
        return linked(person).filter(subject -> store.find(subject).isPresent());
    }

    /** By the open id, else by the union id: the same person in another program of ours. */
    private Optional<UUID> linked(WeChatPerson person) {
        var byOpenId = residents.linkedTo(weChat.openIds(), person.openId());
        var union = person.unionId();
        if (byOpenId.isPresent() || union == null) {
            return byOpenId;
        }
        var byUnionId = residents.linkedTo(weChat.unionIds(), union);
        byUnionId.ifPresent(subject -> residents.link(subject, weChat.openIds(), person.openId()));
        return byUnionId;
    }

    /**
     * Lets this person open the account whose phone they showed. Numbers are given to new people: who comes with a phone
     * that has an account already, and with a WeChat account we never saw, proves anew who they are before it gets
     * ballots or money. Not so the first WeChat account, if the phone was in use by its owner lately. Whoever was linked
     * before is signed out.
     *
     * @return the account the person opens: another one if they came in there with another phone at the same moment
     */
    UUID tie(UUID subject, WeChatPerson person) {
        // Kept before there is a link: whatever happens in between, nobody gets at ballots or money by it.
        if (!isTheirs(subject, person) && !isFirstOfAPhoneInUse(subject)) {
            store.demandReverification(subject, clock.instant());
        }
        var linked = Objects.requireNonNull(transaction.execute(status -> link(subject, person)));
        if (linked.replaced()) {
            residents.signOutEverywhere(linked.subject());
        }
        return linked.subject();
    }

    /** Who tapped twice, or tries again because we failed them, is no new owner. The link comes before the note goes. */
    private boolean isTheirs(UUID subject, WeChatPerson person) {
        return store.isMadeFor(subject, hash.of(person))
                || residents
                        .linkedTo(weChat.openIds(), person.openId())
                        .filter(subject::equals)
                        .isPresent();
    }

    /** A number rests for three months before it is given to somebody else: who said its code since then is who has it. */
    private boolean isFirstOfAPhoneInUse(UUID subject) {
        return !residents.isLinked(subject, weChat.openIds())
                && !residents.isLinked(subject, weChat.unionIds())
                && store.phoneWasShownSince(subject, clock.instant().minus(NUMBERS_REST));
    }

    /** @param replaced whether another person's links had to go for these */
    private record Linked(UUID subject, boolean replaced) {}

    /** One after the other: both links are the same person's. Keycloak itself would link one WeChat account to two of ours. */
    private Linked link(UUID subject, WeChatPerson person) {
        store.lockWeChat(hash.of(person));
        var elsewhere = known(person).filter(known -> !known.equals(subject));
        if (elsewhere.isPresent()) {
            return new Linked(elsewhere.get(), false);
        }
        store.lock(subject);
        var replaced = residents.link(subject, weChat.openIds(), person.openId());
        var union = person.unionId();
        if (union != null) {
            replaced |= residents.link(subject, weChat.unionIds(), union);
        } else if (replaced) {
            residents.unlink(subject, weChat.unionIds());
        }
        store.noteLinked(subject);
        return new Linked(subject, replaced);
    }
}
