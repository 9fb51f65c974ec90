package cn.yuanlin.platform.message;

import cn.yuanlin.platform.message.DeliveryStore.Claimed;
import cn.yuanlin.platform.message.DeliveryStore.State;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what goes out of the house, one by one: intent written, channel called, outcome written. Cut off between, a message may be
 * missing on the phone, never be there twice.
 */
@Component
class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final DeliveryStore store;
    private final SettingsStore settings;
    private final ContactBook contacts;
    private final Map<Channel, MessageChannel> channels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param claimed null if one was due that has to wait after all */
    private record Turn(@Nullable Claimed claimed) {}

    Deliveries(
            DeliveryStore store,
            SettingsStore settings,
            ContactBook contacts,
            ObjectProvider<MessageChannel> channels,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.contacts = contacts;
        this.channels = channels.stream().collect(Collectors.toMap(MessageChannel::channel, Function.identity()));
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Gives up what a killed process was sending: it may have been sent. */
    void giveUpInterrupted(UUID broadcast) {
        int lost = Objects.requireNonNull(
                transaction.execute(status -> store.giveUpInterrupted(broadcast, clock.instant())));
        if (lost > 0) LOG.warn("{} messages of broadcast {} may not have left the house", lost, broadcast);
    }

    /** Deals with one that is due. @return false if there is none */
    boolean next(Broadcast broadcast) {
        var turn = Objects.requireNonNull(transaction.execute(status -> take(broadcast.id())));
        if (turn.isEmpty()) return false;
        var claimed = turn.get().claimed();
        if (claimed == null) return true;
        var outcome = send(claimed, broadcast.wording());
        transaction.executeWithoutResult(status -> note(claimed, outcome));
        return true;
    }

    Optional<Instant> nextDue(UUID broadcast) {
        return Objects.requireNonNull(transaction.execute(status -> store.nextDue(broadcast)));
    }

    /** What the person wants now decides, not what they wanted when they were told. */
    private Optional<Turn> take(UUID broadcast) {
        var now = clock.instant();
        var due = store.claim(broadcast, now);
        if (due.isEmpty()) return Optional.empty();
        var claimed = due.get();
        var wanted = settings.find(claimed.subject()).orElse(MessageSettings.DEFAULT);
        var left =
                claimed.channels().stream().filter(wanted.channels()::contains).toList();
        if (left.isEmpty()) {
            store.end(claimed.message(), State.UNREACHED, "SWITCHED_OFF", now);
            return Optional.of(new Turn(null));
        }
        var allowed = wanted.quiet().next(now);
        if (allowed.isAfter(now)) {
            store.putBack(claimed.message(), left, claimed.attempts() - 1, allowed, "QUIET_HOURS", now);
            return Optional.of(new Turn(null));
        }
        return Optional.of(new Turn(new Claimed(claimed.message(), claimed.subject(), left, claimed.attempts())));
    }

    private ChannelOutcome send(Claimed claimed, Wording wording) {
        var channel = channels.get(claimed.channels().getFirst());
        if (channel == null) return new ChannelOutcome.NotReachable("NOT_CONFIGURED");
        Optional<ContactBook.Contact> contact;
        try {
            contact = contacts.of(claimed.subject());
        } catch (UncheckedIOException away) {
            return new ChannelOutcome.TryLater("NO_CONTACTS");
        }
        if (contact.isEmpty()) return new ChannelOutcome.NotReachable("NO_ACCOUNT");
        try {
            return channel.send(contact.get(), wording);
        } catch (RuntimeException fault) {
            // Its message may quote a phone number, its kind doesn't.
            LOG.warn("{} failed: {}", channel.channel(), fault.getClass().getName());
            return new ChannelOutcome.Unknown("FAULT");
        }
    }

    private void note(Claimed claimed, ChannelOutcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case ChannelOutcome.Sent() -> store.end(claimed.message(), State.SENT, null, now);
            case ChannelOutcome.Unknown(var reason) -> store.end(claimed.message(), State.UNKNOWN, reason, now);
            case ChannelOutcome.NotReachable(var reason) -> tryNextChannel(claimed, reason, now);
            case ChannelOutcome.TryLater(var reason) -> {
                if (claimed.attempts() >= ATTEMPTS) tryNextChannel(claimed, reason, now);
                else
                    store.putBack(
                            claimed.message(),
                            claimed.channels(),
                            claimed.attempts(),
                            now.plus(FIRST_PAUSE.multipliedBy(1L << (claimed.attempts() - 1))),
                            reason,
                            now);
            }
        }
    }

    private void tryNextChannel(Claimed claimed, String reason, Instant now) {
        List<Channel> left = claimed.channels().subList(1, claimed.channels().size());
        if (left.isEmpty()) store.end(claimed.message(), State.UNREACHED, reason, now);
        else store.putBack(claimed.message(), left, 0, now, reason, now);
    }
}
