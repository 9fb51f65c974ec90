package cn.yuanlin.platform.disclosure;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings notices that were published before the estate came here, inside the caller's transaction. */
@Component
public class NoticeImport {
    public static final int LARGEST_BATCH = 1_000;

    private final NoticeStore store;

    NoticeImport(NoticeStore store) {
        this.store = store;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<NoticeRow> rows) {
        if (rows.size() > LARGEST_BATCH) throw new IllegalArgumentException("more than " + LARGEST_BATCH + " rows");
        store.insert(rows);
    }
}
