package cn.yuanlin.platform.tasks;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does for each subject what the test told it, one answer a turn; remembers in which estate and as whom. */
@Component
class ToldTask implements EstateTask {
    static final String NAME = "test.told";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<UUID, Queue<Supplier<Optional<Instant>>>> answers = new ConcurrentHashMap<>();
    private final Map<UUID, Queue<String>> turns = new ConcurrentHashMap<>();

    ToldTask(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> work(UUID subject, BooleanSupplier stopping) {
        var role = transaction.execute(status ->
                jdbc.sql("select current_user::text").query(String.class).single());
        turns.computeIfAbsent(subject, key -> new ConcurrentLinkedQueue<>())
                .add(CurrentEstate.get().slug() + " " + role);
        var answer =
                answers.getOrDefault(subject, new ConcurrentLinkedQueue<>()).poll();
        return answer == null ? Optional.empty() : answer.get();
    }

    void tell(UUID subject, List<Supplier<Optional<Instant>>> what) {
        answers.put(subject, new ConcurrentLinkedQueue<>(what));
    }

    List<String> turnsOf(UUID subject) {
        return List.copyOf(turns.getOrDefault(subject, new ConcurrentLinkedQueue<>()));
    }
}
