package cn.yuanlin.platform.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A channel that does for each person what the test told it, and remembers what it was given to send. */
abstract class ToldChannel implements MessageChannel {
    private final Map<String, Queue<Supplier<ChannelOutcome>>> answers = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> sent = new ConcurrentHashMap<>();

    @Override
    public ChannelOutcome send(ContactBook.Contact contact, Wording wording) {
        var person = Objects.requireNonNull(contact.openid());
        sent.computeIfAbsent(person, key -> new ConcurrentLinkedQueue<>()).add(wording.title());
        var answer = answers.getOrDefault(person, new ConcurrentLinkedQueue<>()).poll();
        return answer == null ? new ChannelOutcome.Sent() : answer.get();
    }

    void tell(String person, List<Supplier<ChannelOutcome>> what) {
        answers.put(person, new ConcurrentLinkedQueue<>(what));
    }

    /** Titles in the order of the attempts. */
    List<String> attemptsFor(String person) {
        return List.copyOf(sent.getOrDefault(person, new ConcurrentLinkedQueue<>()));
    }
}
