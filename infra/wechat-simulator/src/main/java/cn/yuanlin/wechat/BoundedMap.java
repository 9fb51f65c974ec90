package cn.yuanlin.wechat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets its oldest entry when it has too many. Not for several threads. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private final int most;

    BoundedMap(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
