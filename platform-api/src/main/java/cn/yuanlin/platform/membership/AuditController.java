package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.audit.AuditKind;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/audit")
class AuditController {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    /** @param day in Asia/Shanghai */
    @GetMapping
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<AuditEntries.AuditEntry> readAuditTrail(
            @RequestParam(defaultValue = "ALL") AuditKind kind,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR))
            throw Problem.field("day", "请核对日期的年份").raise();
        return entries.read(kind, day, Keyset.of(limit, after, 1));
    }
}
