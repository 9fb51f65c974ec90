package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.people.Holders.Holder;
import java.util.List;

/** How deciding a request ended. */
sealed interface DecisionOutcome {
    record Decided(Membership tie) implements DecisionOutcome {}

    record Unknown() implements DecisionOutcome {}

    record AlreadyDecided() implements DecisionOutcome {}

    /** Nobody lets themselves in. */
    record OwnRequest() implements DecisionOutcome {}

    record NoSuchDoor() implements DecisionOutcome {}

    /** An owner is somebody of the roll: who of these? */
    record PersonNeeded(List<Holder> holders) implements DecisionOutcome {}
}
