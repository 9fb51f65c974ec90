package cn.yuanlin.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "cn.yuanlin.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("cn.yuanlin.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresKnowOnlyWhatStandsBeforeThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("problem")
            .definedBy("..gateway.problem")
            .layer("entry")
            .definedBy("..gateway.entry")
            .layer("token")
            .definedBy("..gateway.token")
            .layer("limit")
            .definedBy("..gateway.limit")
            .layer("route")
            .definedBy("..gateway.route")
            .layer("cell")
            .definedBy("..gateway.cell")
            .layer("frontend")
            .definedBy("..gateway.frontend")
            .layer("session")
            .definedBy("..gateway.session")
            .layer("metrics")
            .definedBy("..gateway.metrics")
            .whereLayer("entry")
            .mayOnlyBeAccessedByLayers("limit", "cell")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("limit", "route")
            .whereLayer("limit")
            .mayOnlyBeAccessedByLayers("route")
            .whereLayer("route")
            .mayOnlyBeAccessedByLayers("cell", "metrics")
            .whereLayer("cell")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("frontend")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("session")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("metrics")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule nobodyKnowsTheOtherServices = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.yuanlin.platform..", "cn.yuanlin.admin..", "cn.yuanlin.local..");

    @ArchTest
    static final ArchRule timeIsAskedOfTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Mono.class, "block");

    @ArchTest
    static final ArchRule componentsAreBuiltByTheirConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule filtersAndHandlersArePrivateToTheirFeature = classes()
            .that()
            .areAnnotatedWith(Component.class)
            .and()
            .haveSimpleNameEndingWith("Filter")
            .should()
            .bePackagePrivate();
}
