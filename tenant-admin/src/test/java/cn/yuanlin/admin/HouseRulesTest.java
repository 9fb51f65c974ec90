package cn.yuanlin.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** What this house does alike everywhere, so that nobody needs to look it up. */
@AnalyzeClasses(packages = "cn.yuanlin.admin", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final List<Class<?>> CLOCKS =
            List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    @ArchTest
    static final ArchRule TIME_IS_INJECTED =
            noClasses().that().haveSimpleNameNotEndingWith("Configuration").should(lookAtTheMachinesClock());

    @ArchTest
    static final ArchRule CONTROLLERS_SPEAK_HTTP_ONLY = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_BUSINESS =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule KEYCLOAK_IS_SPOKEN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("..keycloak..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule WHAT_A_CLASS_NEEDS_COMES_THROUGH_ITS_CONSTRUCTOR =
            fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule NO_GLOBAL_STATE = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule NULL_IS_SAID_EVERYWHERE = classes().should(liveInNullMarkedPackages());

    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_NOT_LOST_ON_PRIVATE_METHODS =
            methods().that().areAnnotatedWith(Transactional.class).should().notBePrivate();

    private static ArchCondition<JavaClass> lookAtTheMachinesClock() {
        return new ArchCondition<>("look at the machine's clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("now")
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty()
                                        && CLOCKS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                                || call.getTargetOwner().isEquivalentTo(Clock.class)
                                        && call.getName().startsWith("system"))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
