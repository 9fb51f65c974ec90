package cn.yuanlin.platform.rotation;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.ProblemType;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New keys for an estate, as the control plane orders them. */
@RestController
@RequestMapping("/internal/estates/{id}/key-rotations")
@Access(Level.SERVICE)
class RotationController {
    private static final int RETRY_SECONDS = 60;
    private static final ProblemType NOT_OPEN =
            new ProblemType("estate-not-open", HttpStatus.CONFLICT, "小区尚未开通或已归档", "只有已开通的小区可以更换密钥。");

    private final Rotations rotations;
    private final EstateRegistry registry;

    RotationController(Rotations rotations, EstateRegistry registry) {
        this.rotations = rotations;
        this.registry = registry;
    }

    /** Answered at once; it takes about an hour, most of it waiting. The same order again changes nothing until the first is done. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rotation orderKeyRotation(@PathVariable UUID id) {
        var estate = registry.byId(id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
        return switch (rotations.order(estate)) {
            case Rotations.Outcome.UnderWay(var rotation) -> rotation;
            case Rotations.Outcome.NotOpen() -> throw NOT_OPEN.problem().raise();
            case Rotations.Outcome.SchemaTooOld() ->
                throw TenancyProblem.ESTATE_UPGRADING
                        .problem()
                        .retryAfter(RETRY_SECONDS)
                        .raise();
        };
    }

    /** The one under way, or the last. */
    @GetMapping("/latest")
    Rotation latestKeyRotation(@PathVariable UUID id) {
        return rotations
                .find(id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
