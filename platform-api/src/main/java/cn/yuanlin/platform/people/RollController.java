package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;
import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.OWNER;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.Roll.ReadOutcome;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
import cn.yuanlin.platform.shared.ProblemException;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}")
class RollController {
    private final Roll roll;

    RollController(Roll roll) {
        this.roll = roll;
    }

    @GetMapping("/buildings")
    @Access(MEMBER)
    Page<Building> listBuildings(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return roll.buildings(Keyset.of(limit, after, 1));
    }

    @GetMapping("/units")
    @Access(MEMBER)
    Page<Unit> listUnits(
            @RequestParam(required = false) @Nullable UUID building,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return roll.units(building, Keyset.of(limit, after, 1));
    }

    @GetMapping("/units/{unit}")
    @Access(MEMBER)
    Unit readUnit(@PathVariable UUID unit) {
        return roll.unit(unit).orElseThrow(RollController::notFound);
    }

    @GetMapping("/roll")
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<RollUnit> readRoll(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID building,
            @RequestParam(required = false)
                    @Size(max = RollQuery.LONGEST_WORDS, message = "最多50字")
                    @Pattern(regexp = "[^\\p{Cntrl}]*", message = "含有不能搜索的字符")
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        var query = new RollQuery(asOf, building, q == null || q.isBlank() ? null : q.strip());
        return switch (roll.read(query, Keyset.of(limit, after, 1), caller)) {
            case ReadOutcome.Read read -> read.page();
            case ReadOutcome.InFuture() ->
                throw Problem.field("asOf", "日期不能晚于今天").raise();
            case ReadOutcome.NotKeptYet notYet ->
                throw Problem.field("asOf", "名册自%s起才有记录".formatted(notYet.since()))
                        .with("since", notYet.since())
                        .raise();
            case ReadOutcome.BeingUpgraded() ->
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        };
    }

    @GetMapping("/roll/figures")
    @Access(roles = {COMMITTEE, AUDITOR, OWNER})
    RollTotals readRollFigures() {
        return roll.figures()
                .orElseThrow(() ->
                        TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise());
    }

    private static ProblemException notFound() {
        return CommonProblem.NOT_FOUND.problem().raise();
    }
}
