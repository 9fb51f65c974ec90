package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.ProblemType;
import cn.yuanlin.admin.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform/estates/{estate}")
class ArchiveController {
    private static final ProblemType STATE = new ProblemType("estate-state", HttpStatus.CONFLICT, "小区当前状态不允许该操作");
    private static final ProblemType GRACE = new ProblemType("still-in-grace", HttpStatus.CONFLICT, "尚在保留期内");
    private static final ProblemType NOT_TAKEN =
            new ProblemType("passphrase-not-taken", HttpStatus.CONFLICT, "归档口令尚未取走");
    private static final ProblemType NOT_FETCHED =
            new ProblemType("archive-not-fetched", HttpStatus.CONFLICT, "归档文件尚未下载");
    private static final ProblemType DIFFERS = new ProblemType("archive-differs", HttpStatus.CONFLICT, "收到的文件与归档不一致");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private final Archives archives;
    private final ArchiveVault vault;

    ArchiveController(Archives archives, ArchiveVault vault) {
        this.archives = archives;
        this.vault = vault;
    }

    /** Suspends at once; ARCHIVED follows when the export is made. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/archiving")
    ResponseEntity<Estate> archiveEstate(
            Caller caller, @PathVariable UUID estate, @Valid @RequestBody Archiving request) {
        return begun(archives.archive(caller, estate, request.reason(), request.slugTyped(), request.nevertheless()));
    }

    /** One zip of everything the estate has; it opens with the passphrase that the committee holds, and we don't. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping(path = "/export", produces = "application/zip")
    void export(Caller caller, @PathVariable UUID estate, HttpServletResponse response) throws IOException {
        var exported = archives.exported(caller, estate).orElseThrow(ArchiveController::noExport);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + exported.slug() + "-export.zip\"");
        try (var zip = vault.open(estate)) {
            zip.transferTo(response.getOutputStream());
        }
    }

    /** Whoever has saved the export says so, with the hash of what was saved; until then deleting would take the only copy. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PutMapping("/export/fetched")
    Estate confirmExport(Caller caller, @PathVariable UUID estate, @Valid @RequestBody Fetched request) {
        return switch (archives.fetched(caller, estate, request.sha256())) {
            case FetchOutcome.Confirmed(var confirmed) -> confirmed;
            case FetchOutcome.Differs() -> throw DIFFERS.because("收到的文件与归档不一致，可能没有下载完整，不能算作已取走。请重新下载。");
            case FetchOutcome.NothingToFetch() -> throw noExport();
        };
    }

    /** Allowed once the grace period is over; DELETED follows when all is gone. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/deletion")
    ResponseEntity<Estate> deleteEstate(
            Caller caller, @PathVariable UUID estate, @Valid @RequestBody Deletion request) {
        return begun(archives.delete(caller, estate, request.slugTyped(), request.nevertheless()));
    }

    private static Refusal noExport() {
        return ProblemType.NOT_FOUND.because("该小区还没有可下载的归档。");
    }

    private static ResponseEntity<Estate> begun(ArchiveOutcome outcome) {
        return switch (outcome) {
            case ArchiveOutcome.Begun(var estate) -> ResponseEntity.accepted().body(estate);
            case ArchiveOutcome.Mistyped() ->
                throw ProblemType.INVALID.because("输入的网址简称与该小区不符，没有任何改动。").at("slugTyped", "与该小区不符");
            case ArchiveOutcome.PassphraseNotTaken() ->
                throw NOT_TAKEN.because("业委会还没有取走归档口令。归档之后口令不能再取，归档文件将没有人能打开。" + "请先请业委会成员登录取走；确需归档，请明确选择仍然归档并写明原因。");
            case ArchiveOutcome.NotFetched() ->
                throw NOT_FETCHED.because("还没有人确认收到完整的归档文件，删除之后就没有任何副本了。请先下载并交给业委会；确需删除，请明确选择仍然删除。");
            case ArchiveOutcome.NotFrom(var state) -> throw STATE.because("该小区目前为“" + state.words() + "”，不能进行此操作。");
            case ArchiveOutcome.StillInGrace(var until) ->
                throw GRACE.because("该小区在" + DAY.format(until) + "之前仍在保留期内，不能删除。")
                        .with("until", until);
        };
    }

    record Archiving(
            @NotBlank(message = "请填写原因") @Size(max = 200, message = "原因不超过200个字")
            String reason,

            @NotBlank(message = "请输入网址简称") String slugTyped,
            @Nullable Boolean evenIfPassphraseNotTaken) {
        boolean nevertheless() {
            return Boolean.TRUE.equals(evenIfPassphraseNotTaken);
        }
    }

    /** @param sha256 in lower-case hex */
    record Fetched(@NotBlank(message = "请给出文件的校验值") String sha256) {}

    record Deletion(
            @NotBlank(message = "请输入网址简称") String slugTyped,
            @Nullable Boolean evenIfNotFetched) {
        boolean nevertheless() {
            return Boolean.TRUE.equals(evenIfNotFetched);
        }
    }
}
