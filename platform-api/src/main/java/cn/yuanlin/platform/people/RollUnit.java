package cn.yuanlin.platform.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit on the roll with those who hold it. */
record RollUnit(Unit unit, List<Holder> holders) {

    /**
     * @param phone masked, such as {@code 138****5678}; null if not known
     * @param share such as {@code 1/2}
     * @param nominated whether the joint owners named this one to vote
     * @param representative the name of who acts for a company, or for somebody who can't act alone; null if nobody need
     * @param representativePerson who that is, so that a change can keep them; null with the name
     */
    record Holder(
            UUID person,
            String name,
            HolderKind kind,
            @Nullable String phone,
            String share,
            boolean nominated,
            @Nullable String representative,
            @Nullable UUID representativePerson) {}
}
