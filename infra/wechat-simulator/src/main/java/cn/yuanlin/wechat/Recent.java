package cn.yuanlin.wechat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** What happened lately; the oldest is forgotten when there is too much. */
final class Recent<T> {
    private final int most;
    private final Deque<T> newestFirst = new ArrayDeque<>();

    Recent(int most) {
        this.most = most;
    }

    synchronized void add(T happened) {
        newestFirst.addFirst(happened);
        if (newestFirst.size() > most) {
            newestFirst.removeLast();
        }
    }

    /** Those wanted, the newest first. */
    synchronized List<T> find(Predicate<T> wanted) {
        return newestFirst.stream().filter(wanted).toList();
    }
}
