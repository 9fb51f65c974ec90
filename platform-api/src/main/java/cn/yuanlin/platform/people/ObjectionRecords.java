package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.people.Objection.ObjectionAnswer;
import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person objected to on the roll. Stays when they leave: objections and answers are on the record. */
@Component
class ObjectionRecords implements PersonalRecords {
    private final ObjectionStore store;
    private final RollEventStore events;
    private final EstateKeys keys;

    /** @param unit its number, such as {@code 3幢2单元502室} */
    record RaisedObjection(
            String unit, Instant at, String text, @Nullable ObjectionAnswer answer) {
        static RaisedObjection of(Objection objection) {
            var text = objection.text();
            return new RaisedObjection(
                    objection.number(), objection.at(), text == null ? "" : text, objection.answer());
        }
    }

    ObjectionRecords(ObjectionStore store, RollEventStore events, EstateKeys keys) {
        this.store = store;
        this.events = events;
        this.keys = keys;
    }

    @Override
    public String section() {
        return "objections";
    }

    @Override
    public List<RaisedObjection> of(String subject) {
        // Asked of estates that hold nothing of the person too, of which one may have no key any more.
        if (!events.hasHistory() || !store.hasRaised(subject)) return List.of();
        return store.raisedBy(subject, MOST_ROWS, new ObjectionSecrets(keys.current())).stream()
                .map(RaisedObjection::of)
                .toList();
    }
}
