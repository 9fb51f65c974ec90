package cn.yuanlin.admin.estate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The program and the database hold the same lifecycle; random walks show that neither lets anything else through. */
class EstateStateTest extends CellTest {
    @Test
    void theDatabaseKnowsTheSameTransitions() {
        var known = new HashSet<>(owner.sql("select from_state || '>' || to_state from control.estate_transition")
                .query(String.class)
                .list());
        var meant = new HashSet<String>();
        for (var from : EstateState.values()) {
            for (var to : EstateState.values()) {
                if (from.mayBecome(to)) {
                    meant.add(from + ">" + to);
                }
            }
        }
        assertThat(known).isEqualTo(meant);
    }

    @RepeatedTest(5)
    void noWalkLeavesTheLifecycle(RepetitionInfo repetition) {
        var seed = 20261122L + repetition.getCurrentRepetition();
        var random = new Random(seed);
        var estate = enteredEstate();
        owner.sql("update control.estate set cell = ?, schema_version = 1 where id = ?")
                .params(cellCode, estate)
                .update();
        var state = EstateState.APPLIED;
        for (var step = 0; step < 60; step++) {
            var wish = EstateState.values()[random.nextInt(EstateState.values().length)];
            var moved = forced(estate, wish);
            assertThat(moved)
                    .as("seed %d, step %d: %s to %s", seed, step, state, wish)
                    .isEqualTo(wish == state || state.mayBecome(wish));
            state = moved ? wish : state;
        }
        assertThat(stateOf(estate)).isEqualTo(state.name());
    }

    @Test
    void anEstateBeginsAsAnApplication() {
        assertThat(insertedAs("ACTIVE")).isFalse();
        assertThat(insertedAs("APPLIED")).isTrue();
    }

    /** As the owner of the tables, past every rule of the program. */
    private boolean forced(UUID estate, EstateState wish) {
        try {
            owner.sql("""
                            update control.estate set state = ?,
                                archived_at = case when ? = 'ARCHIVED' then now() end,
                                delete_after = case when ? = 'ARCHIVED' then now() + interval '1 day' end
                            where id = ?
                            """).params(wish.name(), wish.name(), wish.name(), estate).update();
            return true;
        } catch (DataIntegrityViolationException refused) {
            return false;
        }
    }

    private boolean insertedAs(String state) {
        try {
            owner.sql("""
                            insert into control.estate (id, slug, name, community_id, source, state, created_at, cell, schema_version)
                            values (uuidv7(), ?, '测试小区', ?, 'CLERK', ?, now(), ?, 1)
                            """).params(slug(), community, state, cellCode).update();
            return true;
        } catch (DataIntegrityViolationException refused) {
            return false;
        }
    }
}
