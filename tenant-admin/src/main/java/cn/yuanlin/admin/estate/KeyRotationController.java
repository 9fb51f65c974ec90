package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.KeyRotation;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.ProblemType;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New keys for an estate, if one leaked or its time is over; the cell does the work. */
@RestController
@RequestMapping("/api/platform/estates/{estate}/key-rotations")
class KeyRotationController {
    private final Estates estates;
    private final CellClient cells;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    KeyRotationController(Estates estates, CellClient cells, AuditTrail audit, TransactionTemplate transaction) {
        this.estates = estates;
        this.cells = cells;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** On the record before it is ordered. The same order again changes nothing until the first is done. */
    @Access(Grant.PLATFORM_ADMIN)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeyRotation orderKeyRotation(Caller caller, @PathVariable UUID estate) {
        var found = open(caller, estate);
        transaction.executeWithoutResult(
                recorded -> audit.record("estate.rotate-keys", Estates.subject(found), Map.of()));
        return cells.orderKeyRotation(found.requiredCell(), estate);
    }

    /** The one under way, or the last. */
    @Access(Grant.PLATFORM_ADMIN)
    @GetMapping("/latest")
    KeyRotation latestKeyRotation(Caller caller, @PathVariable UUID estate) {
        return cells.latestKeyRotation(open(caller, estate).requiredCell(), estate);
    }

    private Estate open(Caller caller, UUID id) {
        var estate = estates.visible(caller, id);
        if (estate.state() != EstateState.ACTIVE && estate.state() != EstateState.SUSPENDED)
            throw ProblemType.CONFLICT.because("只有已开通的小区可以更换密钥。");
        return estate;
    }
}
