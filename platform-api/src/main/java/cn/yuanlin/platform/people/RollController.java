package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;
import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return roll.read(Keyset.of(limit, after, 1), caller);
    }

    @GetMapping("/roll/versions")
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<FrozenRoll> listRollVersions(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return roll.versions(Keyset.of(limit, after, 1));
    }

    @GetMapping("/roll/versions/{version}")
    @Access(roles = {COMMITTEE, AUDITOR})
    FrozenRoll readRollVersion(@PathVariable int version) {
        return roll.version(version).orElseThrow(RollController::notFound);
    }

    private static ProblemException notFound() {
        return CommonProblem.NOT_FOUND.problem().raise();
    }
}
