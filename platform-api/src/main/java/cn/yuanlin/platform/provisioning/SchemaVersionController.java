package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.sql.SQLException;
import java.util.UUID;
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
        var version = rollout.update(estate);
        if (version.isEmpty())
            throw ProvisioningProblem.UNDER_WAY.problem().retryAfter(5).raise();
        return new SchemaVersion(version.getAsInt());
    }

    @GetMapping("/workload")
    Workload workload() {
        return new Workload(registry.count(), registry.countOpen());
    }
}
