package cn.yuanlin.admin.workbook;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.Cells;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import cn.yuanlin.admin.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform")
class WorkbookController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ProblemType TOO_LARGE =
            new ProblemType("workbook-too-large", HttpStatus.CONTENT_TOO_LARGE, "文件过大");
    private static final ProblemType WRONG_STATE = new ProblemType("estate-state", HttpStatus.CONFLICT, "小区当前状态不允许该操作");
    private static final ProblemType NO_ROOM =
            new ProblemType("no-cell-has-room", HttpStatus.SERVICE_UNAVAILABLE, "没有可用的单元");
    private static final ProblemType GARBLED = new ProblemType("upload-garbled", HttpStatus.BAD_GATEWAY, "上传内容不完整");

    private final Workbooks workbooks;
    private final Estates estates;
    private final Cells cells;
    private final CellClient client;

    WorkbookController(Workbooks workbooks, Estates estates, Cells cells, CellClient client) {
        this.workbooks = workbooks;
        this.estates = estates;
        this.cells = cells;
        this.client = client;
    }

    /** The body is the xlsx file itself, at most 20 MB; what it is called on the clerk's computer is nobody's business. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates/{estate}/workbooks")
    ResponseEntity<Workbook> uploadWorkbook(Caller caller, @PathVariable UUID estate, HttpServletRequest request)
            throws IOException {
        var target = estates.visible(caller, estate);
        return switch (workbooks.upload(target, request.getContentLengthLong(), request.getInputStream())) {
            case UploadOutcome.Uploaded(var workbook) ->
                ResponseEntity.status(HttpStatus.CREATED).body(workbook);
            case UploadOutcome.TooLarge() -> throw TOO_LARGE.because("文件超过20MB，请删去无关内容后重新上传。");
            case UploadOutcome.NotFrom(var state) ->
                throw WRONG_STATE.because("该小区目前为“" + state.words() + "”，只有“已核实”的小区可以上传表格。");
            case UploadOutcome.NoRoom() -> throw NO_ROOM.because("所有单元都已满，请联系平台管理员增加单元。");
            case UploadOutcome.Garbled() -> throw GARBLED.because("上传过程中内容有损坏，请重新上传。");
        };
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/estates/{estate}/workbooks")
    Page<Workbook> workbooks(Caller caller, @PathVariable UUID estate, @Valid @ParameterObject PageQuery page) {
        return workbooks.list(estates.visible(caller, estate).id(), page);
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/estates/{estate}/workbooks/{workbook}")
    Workbook workbook(Caller caller, @PathVariable UUID estate, @PathVariable UUID workbook) {
        return workbooks
                .find(estates.visible(caller, estate).id(), workbook)
                .orElseThrow(WorkbookController::noSuchWorkbook);
    }

    /** The file with its wrong cells coloured and commented, for the clerk's own screen; passes through. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping(path = "/estates/{estate}/workbooks/{workbook}/marked-copy", produces = XLSX)
    void markedCopy(Caller caller, @PathVariable UUID estate, @PathVariable UUID workbook, HttpServletResponse response)
            throws IOException {
        var target = estates.visible(caller, estate);
        var known = workbooks.openMarkedCopy(target, workbook).orElseThrow(WorkbookController::noSuchWorkbook);
        attach(response, "标注-" + known.fileName());
        client.markedCopy(target.requiredCell(), estate, workbook, response.getOutputStream());
    }

    /** The empty workbook; any cell that answers has it. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping(path = "/workbook-template", produces = XLSX)
    void template(HttpServletResponse response) throws IOException {
        var cell = cells.anyUp().orElseThrow(() -> NO_ROOM.because("目前没有可用的单元，请稍后再试。"));
        attach(response, "小区开通表.xlsx");
        client.template(cell.code(), response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static Refusal noSuchWorkbook() {
        return ProblemType.NOT_FOUND.because("没有找到该表格，可能已被清除，请重新上传。");
    }
}
