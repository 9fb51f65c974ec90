package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.PROPERTY;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.RollDifference;
import cn.yuanlin.platform.workbook.RollWorkbooks.ApplyOutcome;
import cn.yuanlin.platform.workbook.RollWorkbooks.ExportOutcome;
import cn.yuanlin.platform.workbook.RollWorkbooks.PreviewOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The roll as a workbook of its own, for the committee. */
@RestController
@RequestMapping("/api/estates/{slug}/roll")
@Access(roles = COMMITTEE, but = PROPERTY, proven = true)
class RollWorkbookController {
    // Read and thrown away so that the client, still sending, gets to hear the answer.
    private static final long DRAINED = 4L * RollWorkbooks.MAX_BYTES;

    private final RollWorkbooks workbooks;

    RollWorkbookController(RollWorkbooks workbooks) {
        this.workbooks = workbooks;
    }

    /** @param reason kept in the history, or with who took the roll out */
    record RollReason(
            @NotBlank(message = "请填写原因") @Size(max = 500, message = "原因最多500字")
            String reason) {}

    /** Shows what a changed roll would change, or what is wrong with it; changes nothing. */
    @PostMapping("/import-previews")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    RollPreview previewRollImport(HttpServletRequest request, Caller caller) throws IOException {
        var file = request.getInputStream().readNBytes(RollWorkbooks.MAX_BYTES + 1);
        if (file.length > RollWorkbooks.MAX_BYTES) {
            WorkbookController.drain(request, DRAINED);
            throw WorkbookProblem.ROLL_TOO_LARGE.problem().raise();
        }
        return switch (workbooks.preview(file, caller)) {
            case PreviewOutcome.Shown shown -> shown.preview();
            case PreviewOutcome.NoRoll() ->
                throw WorkbookProblem.NO_ROLL.problem().raise();
        };
    }

    /** Applies what the preview showed, from today on; refused if the roll was changed meanwhile. */
    @PostMapping("/import-previews/{preview}/application")
    RollDifference applyRollImport(@PathVariable UUID preview, @RequestBody @Valid RollReason reason, Caller caller) {
        return switch (workbooks.apply(preview, reason.reason().strip(), caller)) {
            case ApplyOutcome.Applied applied -> applied.difference();
            case ApplyOutcome.Unknown() ->
                throw WorkbookProblem.NOT_PREVIEWED.problem().raise();
            case ApplyOutcome.Moved() ->
                throw WorkbookProblem.ROLL_MOVED.problem().raise();
            case ApplyOutcome.NothingChanges() ->
                throw WorkbookProblem.ROLL_UNCHANGED.problem().raise();
        };
    }

    /**
     * The whole roll in plain, phones and documents included: everybody on it sees who took it out, and why. Five times a day. Fails by breaking
     * off: the connection too, if anything was sent.
     */
    @PostMapping(path = "/export", produces = WorkbookController.XLSX)
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true, fresh = true)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = WorkbookController.XLSX, schema = @Schema(type = "string", format = "binary")))
    void exportRoll(
            @RequestBody @Valid RollReason reason,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var state = granted(workbooks.takeOut(reason.reason().strip(), caller));
        response.setContentType(WorkbookController.XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roll.xlsx\"");
        // Goes out as it is written, and is not kept for a tag.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        try {
            workbooks.write(response.getOutputStream(), state);
        } catch (RuntimeException failure) {
            // Also what has words of its own can't be told any more once the answer has begun.
            if (response.isCommitted()) throw new IllegalStateException("the export broke off", failure);
            throw failure;
        }
    }

    private static UUID granted(ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Granted(var state) -> state;
            case ExportOutcome.NoRoll() ->
                throw WorkbookProblem.NO_ROLL.problem().raise();
            case ExportOutcome.TooMany() ->
                throw WorkbookProblem.TOO_MANY_EXPORTS.problem().raise();
        };
    }
}
