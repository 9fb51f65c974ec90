package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Access.Level;
import cn.yuanlin.platform.workbook.template.WorkbookTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The empty workbook, the same for every estate of this release. */
@RestController
class TemplateController {
    private final Supplier<byte[]> template = SingletonSupplier.of(TemplateController::write);

    @GetMapping(path = "/internal/workbook-template", produces = WorkbookController.XLSX)
    @Access(Level.SERVICE)
    ResponseEntity<byte[]> workbookTemplate() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"workbook-template.xlsx\"")
                .body(Objects.requireNonNull(template.get()));
    }

    private static byte[] write() {
        var out = new ByteArrayOutputStream();
        try {
            WorkbookTemplate.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
