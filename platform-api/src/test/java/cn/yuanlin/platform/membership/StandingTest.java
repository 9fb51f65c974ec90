package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.membership.Standing.State;
import cn.yuanlin.platform.people.RollMatcher.Match;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final UUID UNIT = new UUID(0, 1);
    private static final UUID PERSON = new UUID(0, 2);

    @Test
    void phoneAndNameMakeAResidentAndOnlyTheDocumentAnOwner() {
        assertThat(byRoll(Relation.OWNER, PERSON, true)).isEqualTo(Standing.OWNER);
        var withoutDocument = byRoll(Relation.OWNER, PERSON, false);
        assertThat(withoutDocument.rights()).isEqualTo(Rights.RESIDENT);
        assertThat(withoutDocument.awaitsDecision()).isTrue();
        assertThat(byRoll(Relation.FAMILY, PERSON, true)).isEqualTo(Standing.RESIDENT);
    }

    @Test
    void whomTheRollDoesNotKnowWaitsAtADoorThatIsThereAsAtOneThatIsNot() {
        assertThat(byRoll(Relation.OWNER, null, false)).isEqualTo(Standing.WAITING);
        assertThat(Standing.byRoll(Relation.OWNER, new Match(null, null, false)))
                .isEqualTo(Standing.WAITING);
    }

    @Test
    void askingAgainNeverTakesAnythingAway() {
        assertThat(Standing.asksAgain(Standing.OWNER, Standing.WAITING)).isEqualTo(Standing.OWNER);
        var more = Standing.asksAgain(Standing.RESIDENT, Standing.WAITING);
        assertThat(more.state()).isEqualTo(State.VERIFIED);
        assertThat(more.rights()).isEqualTo(Rights.RESIDENT);
        assertThat(more.awaitsDecision()).isTrue();
        assertThat(Standing.asksAgain(Standing.WAITING, Standing.OWNER)).isEqualTo(Standing.OWNER);
    }

    @Test
    void aRefusalLeavesAResidentAResident() {
        assertThat(Standing.WAITING.refused()).isEqualTo(Standing.REFUSED);
        assertThat(byRoll(Relation.OWNER, PERSON, false).refused()).isEqualTo(Standing.RESIDENT);
    }

    private static Standing byRoll(Relation relation, @Nullable UUID person, boolean document) {
        return Standing.byRoll(relation, new Match(UNIT, person, document));
    }
}
