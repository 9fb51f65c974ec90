package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Estates of their own for tests that import, and a superuser's look at what is in the database. */
abstract class WorkbookPlatformTest extends PlatformTest {
    private final List<UUID> estates = new ArrayList<>();

    /** Registered, without a schema. */
    UUID stagedEstate() {
        var id = UUID.randomUUID();
        var form = Map.of(
                "schema",
                schemaOf(id),
                "slug",
                "shifan-" + schemaOf(id).substring(2),
                "name",
                "示范小区",
                "city",
                "NINGBO",
                "communityId",
                UUID.randomUUID(),
                "communityName",
                "示范社区",
                "streetId",
                UUID.randomUUID(),
                "streetName",
                "示范街道");
        assertThat(service().put("/internal/estates/" + id, form).status()).isEqualTo(200);
        estates.add(id);
        return id;
    }

    UUID emptyEstate() {
        var id = stagedEstate();
        assertThat(service().put("/internal/estates/" + id + "/schema", null).status())
                .isEqualTo(200);
        return id;
    }

    static String schemaOf(UUID estate) {
        return "e_" + estate.toString().substring(24);
    }

    Http service() {
        return http().as(TestIssuer.serviceToken());
    }

    static String path(UUID estate, UUID workbook) {
        return "/internal/estates/" + estate + "/workbooks/" + workbook;
    }

    Http.Answer stage(UUID estate, UUID workbook, byte[] file) {
        return service().putBytes(path(estate, workbook), file);
    }

    Http.Answer importInto(UUID estate, UUID workbook) {
        return service().post(path(estate, workbook) + "/import", null);
    }

    /** One number, as the superuser sees it; {@code $e} stands for the estate's schema. */
    static long number(UUID estate, String sql) {
        try (var connection = TestCell.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.replace("$e", schemaOf(estate)))) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void removeEstates() {
        estates.forEach(estate -> service().delete("/internal/estates/" + estate));
    }
}
