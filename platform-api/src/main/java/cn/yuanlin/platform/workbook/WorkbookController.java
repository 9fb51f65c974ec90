package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.ProblemException;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import cn.yuanlin.platform.workbook.WorkbookImport.ImportOutcome;
import cn.yuanlin.platform.workbook.Workbooks.CommitteeContact;
import cn.yuanlin.platform.workbook.Workbooks.ReadOutcome;
import cn.yuanlin.platform.workbook.Workbooks.UploadOutcome;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import cn.yuanlin.platform.workbook.sheet.ShopRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workbooks as the control plane hands them in and asks for them. */
@RestController
@RequestMapping("/internal/estates/{id}/workbooks/{workbook}")
@Access(Level.SERVICE)
class WorkbookController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    // Read and thrown away so that the client, still sending, gets to hear the answer.
    private static final long DRAINED = 2L * WorkbookFile.MAX_BYTES;

    private final EstateRegistry registry;
    private final Workbooks workbooks;
    private final WorkbookImport imports;

    record ImportAnswer(ImportCounts counts) {}

    /** @param sha256 of the plain file, in hex */
    record StagedWorkbook(UUID workbook, String sha256, long sizeBytes) {}

    WorkbookController(EstateRegistry registry, Workbooks workbooks, WorkbookImport imports) {
        this.registry = registry;
        this.workbooks = workbooks;
        this.imports = imports;
    }

    @PutMapping
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    WorkbookReport stageWorkbook(@PathVariable UUID id, @PathVariable UUID workbook, HttpServletRequest request)
            throws IOException {
        var estate = estate(id);
        if (request.getContentLengthLong() > WorkbookFile.MAX_BYTES) throw tooLarge(request);
        return switch (workbooks.upload(estate, workbook, request.getInputStream())) {
            case UploadOutcome.Checked(var report) -> report;
            case UploadOutcome.TooLarge() -> throw tooLarge(request);
            case UploadOutcome.Overtaken() ->
                throw WorkbookProblem.OVERTAKEN.problem().raise();
            case UploadOutcome.EstateOpen() ->
                throw WorkbookProblem.ESTATE_OPEN.problem().raise();
        };
    }

    /** Whether it is still there: what nobody goes on with is deleted after a while. */
    @GetMapping
    StagedWorkbook stagedWorkbook(@PathVariable UUID id, @PathVariable UUID workbook) {
        return workbooks
                .find(estate(id), workbook)
                .map(staged -> new StagedWorkbook(workbook, staged.sha256(), staged.sizeBytes()))
                .orElseThrow(() -> WorkbookProblem.NOT_STAGED.problem().raise());
    }

    @GetMapping(path = "/marked-copy", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    void markedCopy(@PathVariable UUID id, @PathVariable UUID workbook, HttpServletResponse response)
            throws IOException {
        var outcome = workbooks.markedCopy(estate(id), workbook, () -> {
            response.setContentType(XLSX);
            response.setHeader("Content-Disposition", "attachment; filename=\"marked-copy.xlsx\"");
            return response.getOutputStream();
        });
        content(outcome);
    }

    @PostMapping("/import")
    ImportAnswer importWorkbook(@PathVariable UUID id, @PathVariable UUID workbook) {
        return switch (imports.importInto(estate(id), workbook)) {
            case ImportOutcome.Done(var counts) -> new ImportAnswer(counts);
            case ImportOutcome.NotStaged() ->
                throw WorkbookProblem.NOT_STAGED.problem().raise();
            case ImportOutcome.NotImportable(int errors) ->
                throw WorkbookProblem.NOT_IMPORTABLE
                        .problem()
                        .with("errorCount", errors)
                        .raise();
            case ImportOutcome.AnotherWorkbookWas() ->
                throw WorkbookProblem.ALREADY_IMPORTED.problem().raise();
            case ImportOutcome.WithoutSchema() ->
                throw WorkbookProblem.WITHOUT_SCHEMA.problem().raise();
        };
    }

    /** All of them in one answer, at most as many as a workbook has rows: reading the file again for each page would cost more. */
    @GetMapping("/shops")
    Page<ShopRow> workbookShops(@PathVariable UUID id, @PathVariable UUID workbook) {
        return new Page<>(content(workbooks.shops(estate(id), workbook)), null);
    }

    @GetMapping("/committee-contact")
    CommitteeContact committeeContact(@PathVariable UUID id, @PathVariable UUID workbook) {
        return content(workbooks.committeeContact(estate(id), workbook));
    }

    private Estate estate(UUID id) {
        return registry.byId(id)
                .orElseThrow(() -> TenancyProblem.ESTATE_NOT_FOUND.problem().raise());
    }

    private static <T> T content(ReadOutcome<T> outcome) {
        return switch (outcome) {
            case ReadOutcome.Read<T>(var content) -> content;
            case ReadOutcome.NotStaged<T>() ->
                throw WorkbookProblem.NOT_STAGED.problem().raise();
            case ReadOutcome.Unusable<T>(var why) ->
                throw WorkbookProblem.UNREADABLE.problem().detail(why).raise();
        };
    }

    private static ProblemException tooLarge(HttpServletRequest request) throws IOException {
        drain(request, DRAINED);
        return WorkbookProblem.TOO_LARGE.problem().raise();
    }

    /** Reads and throws away, at most so many bytes. */
    static void drain(HttpServletRequest request, long bytes) throws IOException {
        var in = request.getInputStream();
        var buffer = new byte[1 << 16];
        long drained = 0;
        for (int read = in.read(buffer); read >= 0 && drained < bytes; read = in.read(buffer)) drained += read;
    }
}
