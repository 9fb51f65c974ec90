package cn.yuanlin.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.ApiDocument;
import cn.yuanlin.platform.testing.ApiDocument.Operation;
import cn.yuanlin.platform.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guards {@code docs/roles.md}. The estate's rules are the running code's; the platform's are its kept document's, which is guarded there. */
class RolesTableTest extends PlatformTest {
    private static final Path KEPT = Path.of("../docs/roles.md");
    private static final Path PLATFORM = Path.of("../tenant-admin/openapi.json");

    @Autowired
    private ApiDocument document;

    @Test
    void theKeptTableSaysWhatTheRulesInTheCodeSay() throws IOException {
        var estate =
                document.operations().stream().filter(Operation::isOfAnEstate).toList();
        var now = RolesTable.of(estate, platform());
        if (Boolean.getBoolean("roles.update")) Files.writeString(KEPT, now, UTF_8);
        assertThat(Files.readString(KEPT, UTF_8))
                .as("docs/roles.md; if the change is meant: -Droles.update=true")
                .isEqualTo(now);
    }

    @Test
    void aRuleThatChangesChangesTheTable() {
        var committee = new Operation("GET", "/api/estates/{slug}/x", "x", List.of("COMMITTEE"));
        var everybody = new Operation("GET", "/api/estates/{slug}/x", "x", List.of("PUBLIC"));
        assertThat(RolesTable.of(List.of(committee), List.of()))
                .contains("| x | `GET /api/estates/{slug}/x` |   |   |   |   |   | ● |   |   |   |\n")
                .isNotEqualTo(RolesTable.of(List.of(everybody), List.of()));
    }

    private static List<Operation> platform() throws IOException {
        return ApiDocument.operations(Files.readString(PLATFORM, UTF_8)).stream()
                .filter(operation -> operation.path().startsWith("/api/"))
                .toList();
    }
}
