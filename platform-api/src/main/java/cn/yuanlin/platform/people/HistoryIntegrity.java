package cn.yuanlin.platform.people;

import cn.yuanlin.platform.provisioning.SmokeCheck;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proves that what holds now is what the history ends with. */
@Component
class HistoryIntegrity implements SmokeCheck {
    private final RollEventStore events;
    private final HistoryStore history;

    HistoryIntegrity(RollEventStore events, HistoryStore history) {
        this.events = events;
        this.history = history;
    }

    @Override
    public String name() {
        return "业主名册与变更记录一致";
    }

    @Override
    public Optional<String> complaint() {
        if (!events.hasHistory()) return Optional.of("名册的变更记录还没有建立");
        int differences = history.differences();
        return differences == 0 ? Optional.empty() : Optional.of("业主名册与变更记录有%d处不符".formatted(differences));
    }
}
