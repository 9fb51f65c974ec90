package cn.yuanlin.platform.media;

import cn.yuanlin.platform.access.Caller;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A feature whose records are letters; the test says who may read which. */
@Component
class LetterOwner implements MediaOwner {
    static final String TYPE = "letter";

    private final Map<String, Set<String>> readers = new ConcurrentHashMap<>();

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean showsOthersData(String record, Caller caller) {
        return false;
    }

    @Override
    public boolean mayRead(String record, Caller caller) {
        return readers.getOrDefault(record, Set.of()).contains(caller.subject());
    }

    void readBy(String record, String... subjects) {
        readers.put(record, Set.of(subjects));
    }
}
