package cn.yuanlin.platform.export;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {
    /** Bytes before anything is sent: a fault that is met until then can still be told. */
    private static final int HELD_BACK = 1 << 16;

    private final EstateExport export;
    private final EstateRegistry registry;

    ExportController(EstateExport export, EstateRegistry registry) {
        this.export = export;
        this.registry = registry;
    }

    /** Streams the zip, which only the committee can open. Fails by breaking off: the connection too, if anything was sent. */
    @PostMapping("/internal/estates/{id}/export")
    @Access(Level.SERVICE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void exportEstate(@PathVariable UUID id, Caller caller, HttpServletResponse response) throws IOException {
        var estate = registry.byId(id)
                .filter(known -> known.schemaVersion() != null)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
        response.setContentType("application/zip");
        response.setBufferSize(HELD_BACK);
        try {
            export.write(estate, caller.subject(), response.getOutputStream());
        } catch (RuntimeException failure) {
            // Also what has words of its own can't be told any more once the answer has begun.
            if (response.isCommitted()) throw new IllegalStateException("the export broke off", failure);
            throw failure;
        }
    }
}
