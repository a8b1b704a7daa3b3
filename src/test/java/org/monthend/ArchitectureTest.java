package org.monthend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/** Who may know whom: imports go down the way of the data, and never back. */
@AnalyzeClasses(packages = "org.monthend", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule calendarKnowsNobody = onlyKnows("calendar", "calendar");

    @ArchTest
    static final ArchRule catalogueKnowsTheCalendar = onlyKnows("catalogue", "catalogue", "calendar");

    @ArchTest
    static final ArchRule extractKnowsTheCatalogue = onlyKnows("extract", "extract", "catalogue", "calendar");

    @ArchTest
    static final ArchRule validateKnowsExtract = onlyKnows("validate", "validate", "extract", "catalogue", "calendar");

    @ArchTest
    static final ArchRule loadKnowsValidate = onlyKnows("load", "load", "validate", "extract", "catalogue", "calendar");

    @ArchTest
    static final ArchRule scorecardKnowsTheCatalogue = onlyKnows("scorecard", "scorecard", "catalogue", "calendar");

    @ArchTest
    static final ArchRule publishKnowsTheScorecard =
            onlyKnows("publish", "publish", "scorecard", "catalogue", "calendar");

    @ArchTest
    static final ArchRule jobKnowsTheStages =
            onlyKnows("job", "job", "load", "validate", "extract", "publish", "scorecard", "catalogue", "calendar");

    @ArchTest
    static final ArchRule stewardKnowsTheJobAndTheStages = onlyKnows(
            "steward",
            "steward",
            "job",
            "load",
            "validate",
            "extract",
            "publish",
            "scorecard",
            "catalogue",
            "calendar");

    @ArchTest
    static final ArchRule onlyTheCommandsKnowWhichWarehouseThereIs = noClasses()
            .that(resideInAPackage("org.monthend..").and(not(resideInAnyPackage("..warehouse..", "..cli.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..warehouse..");

    @ArchTest
    static final ArchRule packagesGoInNoCircle =
            slices().matching("org.monthend.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sqlIsSpokenInTheWarehouseAlone = noClasses()
            .that()
            .resideOutsideOfPackage("..warehouse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.postgresql..", "liquibase..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule springBatchDrivesInJobAlone = noClasses()
            .that(not(resideInAnyPackage("..job..")).and(not(simpleName("Application"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..");

    @ArchTest
    static final ArchRule workbooksAreReadAndWrittenInExtractAndPublishAlone = noClasses()
            .that(not(resideInAnyPackage("..extract..", "..publish..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "com.fasterxml.aalto..", "de.siegmar.fastcsv..");

    /** A return must not be able to make us call anybody: what goes out is letters and webhooks, from one place. */
    @ArchTest
    static final ArchRule connectionsToTheOutsideAreOpenedByAlertsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("..web.alert..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "jakarta.mail..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket");

    @ArchTest
    static final ArchRule theWebShowsWhatTheJobSays =
            onlyKnows("web", "web", "job", "load", "validate", "extract", "scorecard", "catalogue", "calendar");

    @ArchTest
    static final ArchRule theDomainNeedsNoFramework = noClasses()
            .that(resideInAnyPackage("..calendar..", "..catalogue..", "..validate..", "..load..", "..scorecard.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "javax.sql..", "java.sql..");

    @ArchTest
    static final ArchRule theTimeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theDomainDoesNotChange = fields().that()
            .areDeclaredInClassesThat(resideInAnyPackage("..calendar..", "..catalogue..", "..scorecard.."))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule noRoomIsCalledAfterNothing = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..service..", "..dto..", "..helper..", "..manager..");

    private static ArchRule onlyKnows(String one, String... others) {
        String[] packages = Arrays.stream(others)
                .map(other -> "org.monthend." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.monthend." + one + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.monthend..").and(not(resideInAnyPackage(packages))));
    }
}
