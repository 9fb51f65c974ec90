package cn.yuanlin.admin.rollout;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform/rollouts")
class RolloutController {
    private static final ProblemType STATE = new ProblemType("rollout-state", HttpStatus.CONFLICT, "升级任务当前状态不允许该操作");

    private final Rollouts rollouts;

    RolloutController(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Access(Grant.PLATFORM_ADMIN)
    @GetMapping
    Page<Rollout> rollouts(@Valid @ParameterObject PageQuery page) {
        return rollouts.list(page);
    }

    @Access(Grant.PLATFORM_ADMIN)
    @GetMapping("/{rollout}")
    Rollout rollout(@PathVariable UUID rollout) {
        return rollouts.get(rollout);
    }

    @Access(Grant.PLATFORM_ADMIN)
    @PostMapping
    ResponseEntity<Rollout> startRollout(Caller caller, @Valid @RequestBody Plan plan) {
        var rollout = planned(rollouts.plan(caller, plan));
        return ResponseEntity.created(URI.create("/api/platform/rollouts/" + rollout.id()))
                .body(rollout);
    }

    @Access(Grant.PLATFORM_ADMIN)
    @PostMapping("/{rollout}/pause")
    Rollout pauseRollout(@PathVariable UUID rollout) {
        return planned(rollouts.pause(rollout));
    }

    @Access(Grant.PLATFORM_ADMIN)
    @PostMapping("/{rollout}/resume")
    Rollout resumeRollout(@PathVariable UUID rollout) {
        try {
            return planned(rollouts.resume(rollout));
        } catch (DuplicateKeyException another) {
            return planned(new RolloutOutcome.AnotherUnderway());
        }
    }

    private static Rollout planned(RolloutOutcome outcome) {
        return switch (outcome) {
            case RolloutOutcome.Planned(var rollout) -> rollout;
            case RolloutOutcome.NothingToDo(var version) -> throw STATE.because("所有小区都已是版本" + version + "，无需升级。");
            case RolloutOutcome.NoVersion() -> throw STATE.because("还没有单元报告过版本，请稍后再试。");
            case RolloutOutcome.NotCanaries(var estates) ->
                throw ProblemType.INVALID
                        .because("所选先行小区中有" + estates.size() + "个不需要升级，请重新选择。")
                        .at("canaries", "不需要升级")
                        .with("estates", estates);
            case RolloutOutcome.AnotherUnderway() -> throw STATE.because("另一个升级任务正在进行或已暂停，请先完成它。");
            case RolloutOutcome.NotNow(var state) ->
                throw STATE.because(
                        switch (state) {
                            case PLANNED, RUNNING -> "升级任务正在进行。";
                            case PAUSED -> "升级任务已经暂停。";
                            case FAILED -> "升级任务因有小区失败而停止，可以继续。";
                            case DONE -> "升级任务已经完成。";
                        });
        };
    }
}
