package cn.yuanlin.platform.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit on the roll with those who hold it. */
record RollUnit(Unit unit, List<Holder> holders) {

    /**
     * @param phone masked, such as {@code 138****5678}; null if not known
     * @param share such as {@code 1/2}
     * @param nominated whether the joint owners named this one to vote
     */
    record Holder(String name, HolderKind kind, @Nullable String phone, String share, boolean nominated) {}
}
