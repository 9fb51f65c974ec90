package cn.yuanlin.admin.office;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the figures beside offices: their staff, and the estates below them. Constant number of queries a page. */
@Component
class OfficeCounts {
    private final OfficeStore store;
    private final ObjectProvider<EstateCounts> estates;

    OfficeCounts(OfficeStore store, ObjectProvider<EstateCounts> estates) {
        this.store = store;
        this.estates = estates;
    }

    List<OfficeView> beside(List<Office> offices) {
        var ids = offices.stream().map(Office::id).toList();
        var staff = store.staffByOffice(ids);
        var below = store.communitiesByStreet(ids);
        var communities = new HashSet<>(ids);
        below.values().forEach(communities::addAll);
        Map<UUID, Integer> counts = estates.stream()
                .findFirst()
                .map(it -> it.byCommunity(communities))
                .orElse(Map.of());
        return offices.stream()
                .map(office ->
                        OfficeView.of(office, estates(office, below, counts), staff.getOrDefault(office.id(), 0)))
                .toList();
    }

    OfficeView beside(Office office) {
        return beside(List.of(office)).getFirst();
    }

    private static int estates(Office office, Map<UUID, List<UUID>> below, Map<UUID, Integer> counts) {
        return switch (office.kind()) {
            case COMMUNITY -> counts.getOrDefault(office.id(), 0);
            case STREET ->
                below.getOrDefault(office.id(), List.of()).stream()
                        .mapToInt(community -> counts.getOrDefault(community, 0))
                        .sum();
        };
    }
}
