package cn.yuanlin.wechat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What will go wrong with which path's next requests, in the order it was ordered. */
final class Faults {
    static final int MOST_TIMES = 10_000;
    private static final int MOST_ORDERS = 1000;

    private record Order(Fault fault, int times) {}

    private final Map<String, Deque<Order>> byPath = new HashMap<>();
    private int orders;

    /** Puts it at the end of the path's orders. @return whether there was room for it */
    synchronized boolean order(String path, Fault fault, int times) {
        if (orders >= MOST_ORDERS) {
            return false;
        }
        byPath.computeIfAbsent(path, unknown -> new ArrayDeque<>()).addLast(new Order(fault, times));
        orders++;
        return true;
    }

    /** What goes wrong with this request. */
    synchronized Optional<Fault> next(String path) {
        var waiting = byPath.get(path);
        if (waiting == null) {
            return Optional.empty();
        }
        var order = waiting.removeFirst();
        if (order.times() > 1) {
            waiting.addFirst(new Order(order.fault(), order.times() - 1));
        } else {
            orders--;
        }
        if (waiting.isEmpty()) {
            byPath.remove(path);
        }
        return Optional.of(order.fault());
    }

    synchronized void forget() {
        byPath.clear();
        orders = 0;
    }
}
