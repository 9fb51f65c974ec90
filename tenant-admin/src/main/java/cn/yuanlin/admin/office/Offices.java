package cn.yuanlin.admin.office;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.office.OfficeOutcome.Done;
import cn.yuanlin.admin.office.OfficeOutcome.NameTaken;
import cn.yuanlin.admin.office.OfficeOutcome.NotFound;
import cn.yuanlin.admin.office.OfficeOutcome.WrongPlace;
import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.shared.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Offices: street, and community below a street. */
@Component
public class Offices {
    private final OfficeStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Offices(
            OfficeStore store,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Office> find(UUID office) {
        return store.find(office);
    }

    /** All offices of an area, streets first, each kind by name; bounded by 5,000. */
    public List<Office> in(Area area) {
        return store.in(area);
    }

    @Transactional
    OfficeOutcome found(OfficeDraft draft) {
        if (!fits(draft)) {
            return new WrongPlace();
        }
        var id = ids.next();
        if (!store.insert(id, draft, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            return new NameTaken();
        }
        var office = store.find(id).orElseThrow();
        audit.record("office.found", subject(office), Map.of("kind", draft.kind(), "city", draft.city()));
        return new Done(office);
    }

    OfficeOutcome rename(UUID id, OfficeName name) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> renameNow(id, name)));
        } catch (DuplicateKeyException atTheSameInstant) {
            return new NameTaken();
        }
    }

    private OfficeOutcome renameNow(UUID id, OfficeName name) {
        var before = store.find(id);
        if (before.isEmpty()) {
            return new NotFound();
        }
        if (before.get().name().equals(name.text())) {
            return new Done(before.get());
        }
        if (!store.rename(id, name)) {
            return new NameTaken();
        }
        var office = store.find(id).orElseThrow();
        audit.record(
                "office.rename", subject(office), Map.of("before", before.get().name()));
        events.publishEvent(new OfficeRenamed(id, name.text()));
        return new Done(office);
    }

    private boolean fits(OfficeDraft draft) {
        var parent = Optional.ofNullable(draft.parent());
        return switch (draft.kind()) {
            case STREET -> parent.isEmpty();
            case COMMUNITY ->
                parent.flatMap(store::find)
                        .filter(street -> street.kind() == OfficeKind.STREET && street.city() == draft.city())
                        .isPresent();
        };
    }

    static Subject subject(Office office) {
        return new Subject("office", office.id().toString(), office.name(), office.id());
    }
}
