package cn.yuanlin.platform.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "cn.yuanlin.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Path SOURCES = Path.of("src/main");

    @ArchTest
    static final ArchRule THE_TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODY_ELSES_BUSINESS = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule STORES_ARE_NOBODY_ELSES_BUSINESS =
            classes().that(simpleNameEndingWith("Store")).should().bePackagePrivate();

    @ArchTest
    static final ArchRule HANDLERS_ARE_NOT_PUBLIC = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule NO_CLASS_IS_NAMED_BY_ITS_LAYER = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    /** Estates are chosen by role and search path; a schema's name in a statement would go round both. */
    @Test
    void noStatementNamesAnEstatesSchema() {
        assertThat(linesMatching(
                        "(java|sql)",
                        Pattern.compile("(?i)\\b(from|join|into|update|table|on)\\s+e_\\w*\\."),
                        "provisioning"))
                .isEmpty();
    }

    @Test
    void onlyTenancyAndProvisioningSetRolesAndPaths() {
        assertThat(linesMatching(
                        "java",
                        Pattern.compile("(?i)(set\\s+(local\\s+|session\\s+)?(role|search_path)|setSchema\\()"),
                        "(tenancy|provisioning)"))
                .isEmpty();
    }

    @Test
    void changeSetsOfEstatesNameNoSchema() {
        assertThat(linesMatching(
                        "sql",
                        Pattern.compile(
                                "(?i)\\b(table|on|references|into|from|join|update|function)\\s+(if (not )?exists\\s+)?(cell|public|e_\\w+)\\."),
                        "db/cell"))
                .isEmpty();
    }

    private static Map<String, List<String>> linesMatching(String extension, Pattern pattern, String except) {
        var excluded = Pattern.compile("/" + except + "/");
        var found = new TreeMap<String, List<String>>();
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().matches(".*\\." + extension))
                    .filter(file -> !excluded.matcher(file.toString()).find())
                    .forEach(file -> {
                        var lines = read(file)
                                .lines()
                                .filter(line -> pattern.matcher(line).find())
                                .toList();
                        if (!lines.isEmpty()) found.put(file.toString(), lines);
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
