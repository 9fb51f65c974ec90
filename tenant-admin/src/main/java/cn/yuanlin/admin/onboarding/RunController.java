package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform")
class RunController {
    private static final ProblemType ESTATE_STATE =
            new ProblemType("estate-state", HttpStatus.CONFLICT, "小区当前状态不允许该操作");
    private static final ProblemType RUN_STATE = new ProblemType("run-state", HttpStatus.CONFLICT, "开通任务当前状态不允许该操作");
    private static final ProblemType NOT_IMPORTABLE =
            new ProblemType("workbook-has-errors", HttpStatus.CONFLICT, "表格还有错误");
    private static final ProblemType GONE = new ProblemType("workbook-gone", HttpStatus.CONFLICT, "表格已被清除");

    private final OnboardingRuns runs;

    RunController(OnboardingRuns runs) {
        this.runs = runs;
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates/{estate}/onboarding-runs")
    ResponseEntity<Run> startOnboarding(Caller caller, @PathVariable UUID estate, @Valid @RequestBody NewRun request) {
        var run = underway(runs.start(caller, estate, request.workbookId()));
        return ResponseEntity.created(URI.create("/api/platform/onboarding-runs/" + run.id()))
                .body(run);
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/onboarding-runs")
    Page<Run> onboardingRuns(
            Caller caller,
            @RequestParam(required = false) @Nullable RunState state,
            @Valid @ParameterObject PageQuery page) {
        return runs.list(caller.area(), state, page);
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/onboarding-runs/{run}")
    Run onboardingRun(Caller caller, @PathVariable UUID run) {
        return runs.get(caller.area(), run);
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/onboarding-runs/{run}/retry")
    Run retryOnboarding(Caller caller, @PathVariable UUID run) {
        return underway(runs.retry(caller, run));
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/onboarding-runs/{run}/compensation")
    Run compensateOnboarding(Caller caller, @PathVariable UUID run) {
        return underway(runs.compensate(caller, run));
    }

    private static Run underway(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Underway(var run) -> run;
            case RunOutcome.NoSuchWorkbook() ->
                throw ProblemType.INVALID.because("没有找到所选的表格，请重新上传。").at("workbookId", "没有找到该表格");
            case RunOutcome.WorkbookGone() -> throw GONE.because("表格上传后保留30天，这一份已被清除。请重新上传。");
            case RunOutcome.NotImportable(var errors) ->
                throw NOT_IMPORTABLE.because("表格还有" + errors + "处错误，请改正后重新上传。");
            case RunOutcome.NotFrom(var state) ->
                throw ESTATE_STATE.because("该小区目前为“" + state.words() + "”，只有“已核实”的小区可以开通。");
            case RunOutcome.AlreadyRunning() -> throw RUN_STATE.because("该小区已有一个开通任务，请在其中继续或撤销。");
            case RunOutcome.NotNow(var state) ->
                throw RUN_STATE.because(
                        switch (state) {
                            case RUNNING -> "开通任务正在进行，请等待它结束。";
                            case FAILED -> "开通任务正在收尾，请稍后再试。";
                            case DONE -> "开通任务已经完成。";
                            case COMPENSATING -> "开通任务正在撤销。";
                            case COMPENSATED -> "开通任务已经撤销，请重新开始。";
                        });
        };
    }

    record NewRun(@NotNull(message = "请选择表格") UUID workbookId) {}
}
