package cn.yuanlin.platform.provisioning;

import static cn.yuanlin.platform.tenancy.EstateState.ACTIVE;
import static cn.yuanlin.platform.tenancy.EstateState.ARCHIVED;
import static cn.yuanlin.platform.tenancy.EstateState.PROVISIONED;
import static cn.yuanlin.platform.tenancy.EstateState.SUSPENDED;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.events.Outbox;
import cn.yuanlin.platform.export.ArchivePassphrases;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistration;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.EstateState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An estate's life in this cell, as the control plane directs it. Every act may be repeated. */
@RestController
@RequestMapping("/internal/estates/{id}")
@Access(Level.SERVICE)
class EstateController {
    private final EstateRegistry registry;
    private final EstateKeys keys;
    private final EstateSchemas schemas;
    private final EstateRemoval removal;
    private final EstateFigures figures;
    private final Outbox outbox;
    private final ArchivePassphrases archive;

    record RegistrationForm(
            @NotNull @Pattern(regexp = Estate.SCHEMA_PATTERN)
            String schema,

            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 63)
            String slug,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 50) String city,
            @NotNull UUID communityId,
            @NotBlank @Size(max = 100) String communityName,
            @NotNull UUID streetId,
            @NotBlank @Size(max = 100) String streetName) {
        EstateRegistration of(UUID id) {
            return new EstateRegistration(
                    id, schema, slug, name, city, communityId, communityName, streetId, streetName);
        }
    }

    record StateForm(@NotNull EstateState state) {}

    record SchemaVersion(int schemaVersion) {}

    /**
     * @param schemaVersion null until there is a schema; until then {@code counts} is empty
     * @param registeredAt when this registration was made; another after the estate was removed
     * @param outboxPending with all that follows null where only the registration was asked for
     * @param archivePassphraseTaken whether an archive of the estate could be opened by anybody once it is closed
     */
    record EstateStatus(
            UUID id,
            String slug,
            String schema,
            EstateState state,
            @Nullable Integer schemaVersion,
            Instant registeredAt,
            @Nullable Long outboxPending,
            @Nullable Boolean archivePassphraseTaken,
            @Nullable Map<String, Long> counts) {
        EstateStatus(
                Estate estate,
                @Nullable Long outboxPending,
                @Nullable Boolean archivePassphraseTaken,
                @Nullable Map<String, Long> counts) {
            this(
                    estate.id(),
                    estate.slug(),
                    estate.schema(),
                    estate.state(),
                    estate.schemaVersion(),
                    estate.registeredAt(),
                    outboxPending,
                    archivePassphraseTaken,
                    counts);
        }
    }

    EstateController(
            EstateRegistry registry,
            EstateKeys keys,
            EstateSchemas schemas,
            EstateRemoval removal,
            EstateFigures figures,
            Outbox outbox,
            ArchivePassphrases archive) {
        this.registry = registry;
        this.keys = keys;
        this.schemas = schemas;
        this.removal = removal;
        this.figures = figures;
        this.outbox = outbox;
        this.archive = archive;
    }

    @PutMapping
    EstateStatus registerEstate(@PathVariable UUID id, @Valid @RequestBody RegistrationForm form) {
        var known = registry.byId(id);
        if (known.isPresent() && !known.get().schema().equals(form.schema()))
            throw ProvisioningProblem.SCHEMA_FIXED.problem().raise();
        try {
            var estate = registry.register(form.of(id));
            keys.make(id);
            return registration(estate);
        } catch (DuplicateKeyException taken) {
            throw ProvisioningProblem.NAME_TAKEN.problem().raise();
        }
    }

    /** @param bare the registration alone: answered whatever has become of the schema, which may be broken or of an old release */
    @GetMapping
    EstateStatus estate(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean bare) {
        var estate = known(id);
        return bare ? registration(estate) : statusOf(estate);
    }

    @PutMapping("/schema")
    SchemaVersion createSchema(@PathVariable UUID id) throws SQLException {
        return new SchemaVersion(schemas.create(known(id)));
    }

    @PutMapping("/state")
    EstateStatus moveEstate(@PathVariable UUID id, @Valid @RequestBody StateForm form) {
        known(id);
        var from = switch (form.state()) {
            case ACTIVE -> Set.of(PROVISIONED, ACTIVE, SUSPENDED);
            case SUSPENDED -> Set.of(ACTIVE, SUSPENDED);
            case ARCHIVED -> Set.of(PROVISIONED, ACTIVE, SUSPENDED, ARCHIVED);
            case STAGED, PROVISIONED -> Set.<EstateState>of();
        };
        if (from.isEmpty()) throw ProvisioningProblem.WRONG_STATE.problem().raise();
        return registry.moveTo(form.state(), id, from)
                .filter(estate -> estate.state() == form.state())
                .map(EstateController::registration)
                .orElseThrow(() -> ProvisioningProblem.WRONG_STATE.problem().raise());
    }

    @GetMapping("/smoke-check")
    EstateFigures.SmokeReport smokeCheck(@PathVariable UUID id) {
        return figures.smokeCheck(withSchema(id));
    }

    /** @param registeredAt as {@link EstateStatus} has it: a call that comes late then spares an estate registered anew */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeEstate(@PathVariable UUID id, @RequestParam(required = false) @Nullable Instant registeredAt)
            throws SQLException {
        switch (removal.remove(id, registeredAt)) {
            case REMOVED -> {}
            case UNKNOWN -> throw CommonProblem.NOT_FOUND.problem().raise();
            case REFUSED -> throw ProvisioningProblem.WRONG_STATE.problem().raise();
        }
    }

    private static EstateStatus registration(Estate estate) {
        return new EstateStatus(estate, null, null, null);
    }

    private EstateStatus statusOf(Estate estate) {
        var hasSchema = estate.schemaVersion() != null;
        return new EstateStatus(
                estate,
                outbox.pending(estate),
                hasSchema && archive.isTaken(estate),
                hasSchema ? figures.counts(estate) : Map.of());
    }

    private Estate withSchema(UUID id) {
        var estate = known(id);
        if (estate.schemaVersion() == null)
            throw ProvisioningProblem.NO_SCHEMA.problem().raise();
        return estate;
    }

    private Estate known(UUID id) {
        return registry.byId(id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
