package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.office.OfficeKind;
import cn.yuanlin.admin.office.Offices;
import cn.yuanlin.admin.shared.Ids;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public form by which a committee asks for its estate. It asks for nothing personal and tells nothing. */
@Service
class Applications {
    /** More than a community has estates without a decision is somebody's script. */
    private static final int OPEN_PER_COMMUNITY = 20;

    private final EstateStore store;
    private final Estates estates;
    private final EstateDesk desk;
    private final Offices offices;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Applications(
            EstateStore store,
            Estates estates,
            EstateDesk desk,
            Offices offices,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.estates = estates;
        this.desk = desk;
        this.offices = offices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a form. */
    enum Outcome {
        RECEIVED,
        /** The community has too many undecided ones; try another day, or go there. */
        TOO_MANY,
        NO_SUCH_COMMUNITY
    }

    /** The same estate asked for twice is received twice and entered once. */
    @Transactional
    public Outcome apply(String estateName, String address, UUID communityId) {
        var community = offices.find(communityId).filter(office -> office.kind() == OfficeKind.COMMUNITY);
        if (community.isEmpty()) {
            return Outcome.NO_SUCH_COMMUNITY;
        }
        store.lockApplications(communityId);
        if (store.applied(communityId, estateName)) {
            return Outcome.RECEIVED;
        }
        if (store.openApplications(communityId) >= OPEN_PER_COMMUNITY) {
            return Outcome.TOO_MANY;
        }
        var id = ids.next();
        var slug = desk.suggestSlug(estateName);
        store.insert(id, slug, estateName, address, communityId, "COMMITTEE", clock.instant());
        var estate = estates.get(id);
        audit.record(Actor.PUBLIC, "estate.apply", Estates.subject(estate), Map.of("slug", slug));
        return Outcome.RECEIVED;
    }
}
