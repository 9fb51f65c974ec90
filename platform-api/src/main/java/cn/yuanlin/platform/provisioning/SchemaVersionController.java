package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.provisioning.SchemaRollout.Outcome;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which schema this release has, and the order to bring an estate up to it. */
@RestController
@RequestMapping("/internal")
@Access(Level.SERVICE)
class SchemaVersionController {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaVersionController.class);
    private static final String REFUSED_CHANGE = "数据库没有接受这个小区的一项变更（代码 %s），数据空间保持原样。请运维人员处理后再重试。";
    /**
     * Beginnings of states: connection lost, primary just demoted, rolled back by others, out of resources, object in use, intervention
     * of an operator, system error, internal error (two that grant at once meet as one).
     */
    private static final List<String> PASSING = List.of("08", "25006", "40", "53", "55", "57", "58", "XX");

    private static final int AGAIN_SECONDS = 5;

    private final Changelog changelog;
    private final SchemaRollout rollout;
    private final EstateRegistry registry;

    /** @param current what estates are made with @param minimum the oldest that is served */
    record Versions(int current, int minimum) {}

    record SchemaVersion(int schemaVersion) {}

    /** @param estates that live here, whatever their state */
    record Workload(long estates, long open) {}

    SchemaVersionController(Changelog changelog, SchemaRollout rollout, EstateRegistry registry) {
        this.changelog = changelog;
        this.rollout = rollout;
        this.registry = registry;
    }

    @GetMapping("/schema-version")
    Versions schemaVersion() {
        return new Versions(changelog.release().version(), changelog.minimum());
    }

    @PutMapping("/estates/{id}/schema-version")
    SchemaVersion updateSchema(@PathVariable UUID id) throws SQLException {
        var estate = registry.byId(id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
        if (estate.schemaVersion() == null)
            throw ProvisioningProblem.NO_SCHEMA.problem().raise();
        return switch (rollOut(estate)) {
            case Outcome.Reached reached -> new SchemaVersion(reached.version());
            case Outcome.UnderWay() ->
                throw ProvisioningProblem.UNDER_WAY
                        .problem()
                        .retryAfter(AGAIN_SECONDS)
                        .raise();
            case Outcome.InUse() ->
                throw ProvisioningProblem.SCHEMA_IN_USE
                        .problem()
                        .retryAfter(AGAIN_SECONDS)
                        .raise();
        };
    }

    /** Tells what fails each time apart from what passes: the control plane asks again after a fault, not after a refusal. */
    private Outcome rollOut(Estate estate) throws SQLException {
        try {
            return rollout.update(estate);
        } catch (IllegalStateException otherHistory) {
            LOG.error("the change log of {} is not this release's", estate.id(), otherHistory);
            throw ProvisioningProblem.SCHEMA_REFUSED.problem().raise();
        } catch (SQLException fault) {
            if (passes(fault.getSQLState())) throw fault;
            LOG.error("a change was refused in {}", estate.id(), fault);
            throw ProvisioningProblem.SCHEMA_REFUSED
                    .problem()
                    .detail(REFUSED_CHANGE.formatted(fault.getSQLState()))
                    .raise();
        }
    }

    private static boolean passes(@Nullable String state) {
        // Without a state it's the pool that speaks, which has no connection to give.
        return state == null || PASSING.stream().anyMatch(state::startsWith);
    }

    @GetMapping("/workload")
    Workload workload() {
        return new Workload(registry.count(), registry.countOpen());
    }
}
