package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Role.OWNER;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.FrozenEntries;
import cn.yuanlin.platform.people.FrozenEntries.FrozenEntry;
import cn.yuanlin.platform.shared.CommonProblem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a version that is put up for objections says of a unit, for its owners. */
@RestController
class UnitEntryController {
    private final UnitMembers members;
    private final FrozenEntries entries;
    private final TransactionTemplate transaction;

    UnitEntryController(UnitMembers members, FrozenEntries entries, TransactionTemplate transaction) {
        this.members = members;
        this.entries = entries;
        this.transaction = transaction;
    }

    @GetMapping("/api/estates/{slug}/me/units/{unit}/roll-versions/{version}")
    @Access(roles = OWNER)
    ResponseEntity<FrozenEntry> readRollEntryOfMyUnit(
            @PathVariable UUID unit, @PathVariable int version, Caller caller) {
        Optional<FrozenEntry> entry = transaction.execute(
                status -> members.owns(caller, unit) ? entries.of(version, unit) : Optional.empty());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(entry.orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise()));
    }
}
