package org.graphsink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** How the packages depend on each other: everything between Kafka and the driver is pure, I/O lives at the two ends. */
@AnalyzeClasses(packages = "org.graphsink", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] KAFKA = {"org.apache.kafka.."};
    private static final String[] DRIVER = {"org.neo4j.."};

    /** Made by Connect, by the name in a configuration or in a service file. */
    private static final Set<String> ENTRY_POINTS =
            Set.of("org.graphsink.Neo4jSinkConnector", "org.graphsink.Neo4jSinkTask");

    @ArchTest
    static final ArchRule packagesDoNotDependOnEachOtherInCycles =
            slices().matching("org.graphsink.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageDependsOnTheRoot = noClasses()
            .that(resideInAnyPackage("org.graphsink.(*)..").and(resideOutsideOfPackage("org.graphsink")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graphsink");

    @ArchTest
    static final ArchRule valuesDependOnTheJdkAlone = classes()
            .that()
            .resideInAPackage("org.graphsink.value")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.value", "java..");

    @ArchTest
    static final ArchRule graphKnowsValuesAlone = classes()
            .that()
            .resideInAPackage("org.graphsink.graph..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.graph..", "org.graphsink.value", "java..");

    @ArchTest
    static final ArchRule footprintsKnowTheGraphAlone = classes()
            .that()
            .resideInAPackage("org.graphsink.footprint..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.footprint..", "org.graphsink.graph..", "java..");

    @ArchTest
    static final ArchRule kafkaIsKnownAtItsEndAlone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.graphsink",
                    "org.graphsink.task..",
                    "org.graphsink.config..",
                    "org.graphsink.pipeline..",
                    "org.graphsink.record.decoder..",
                    "org.graphsink.record.image..",
                    "org.graphsink.source..",
                    "org.graphsink.value.connect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KAFKA);

    @ArchTest
    static final ArchRule conversionsOfConnectsDataKnowValuesAlone = noClasses()
            .that()
            .resideInAPackage("org.graphsink.value.connect..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.graphsink..").and(resideOutsideOfPackage("org.graphsink.value..")));

    @ArchTest
    static final ArchRule whatARecordSaysIsSaidInValues = classes()
            .that()
            .resideInAPackage("org.graphsink.record")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.record", "org.graphsink.value", "java..");

    @ArchTest
    static final ArchRule theDriverIsKnownAtItsEndAlone = noClasses()
            .that()
            .resideOutsideOfPackages("org.graphsink.neo4j..", "org.graphsink.check..", "org.graphsink.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DRIVER);

    @ArchTest
    static final ArchRule thePatternLanguageDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage("org.graphsink.pattern..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.pattern..", "java..");

    @ArchTest
    static final ArchRule functionsKnowValuesAndNoRecords = noClasses()
            .that()
            .resideInAPackage("org.graphsink.mapping.function..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.graphsink..")
                    .and(resideOutsideOfPackages(
                            "org.graphsink.mapping.function..", "org.graphsink.pattern..", "org.graphsink.value")));

    @ArchTest
    static final ArchRule recordsAreDecodedWithoutKnowingPatterns = noClasses()
            .that()
            .resideInAPackage("org.graphsink.record..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.graphsink.pattern..",
                    "org.graphsink.mapping..",
                    "org.graphsink.plan..",
                    "org.graphsink.cypher..",
                    "org.graphsink.config..");

    @ArchTest
    static final ArchRule mappingEndsWithGraphChanges = noClasses()
            .that()
            .resideInAPackage("org.graphsink.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.graphsink.plan..",
                    "org.graphsink.cypher..",
                    "org.graphsink.neo4j..",
                    "org.graphsink.schema..",
                    "org.graphsink.config..");

    @ArchTest
    static final ArchRule plansKnowGraphChangesAlone = classes()
            .that()
            .resideInAPackage("org.graphsink.plan..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.plan..", "org.graphsink.graph..", "java..");

    @ArchTest
    static final ArchRule cypherKnowsPlansAlone = classes()
            .that()
            .resideInAPackage("org.graphsink.cypher..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.graphsink.cypher..", "org.graphsink.plan..", "org.graphsink.graph..", "java..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");

    @ArchTest
    static final ArchRule namesAreThoseOfNeo4j = noClasses().should().haveNameMatching(".*(Edge|Vertex|Vertices).*");

    @ArchTest
    static final ArchRule typesAreNotInheritedFrom = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveFullyQualifiedName("org.graphsink.Neo4jSinkConnector")
            .and()
            .doNotHaveFullyQualifiedName("org.graphsink.Neo4jSinkTask")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule typesAreNoMorePublicThanOthersNeed =
            classes().that().arePublic().and().areTopLevelClasses().should(beNeededInAnotherPackage());

    /** Used there, or part of what a public type of its package says to the outside. */
    private static ArchCondition<JavaClass> beNeededInAnotherPackage() {
        return new ArchCondition<>("be needed in another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean needed = ENTRY_POINTS.contains(type.getName())
                        || type.isAssignableTo(Throwable.class)
                        || isCaseOfPublicType(type)
                        || users(type).anyMatch(user -> !user.getPackageName().equals(type.getPackageName()))
                        || users(type).anyMatch(user -> saysToTheOutside(user, type));
                events.add(new SimpleConditionEvent(
                        type, needed, type.getName() + (needed ? " is needed" : " could be package-private")));
            }
        };
    }

    private static boolean isCaseOfPublicType(JavaClass type) {
        return type.getRawInterfaces().stream()
                .anyMatch(base -> base.getPackageName().equals(type.getPackageName())
                        && base.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Stream<JavaClass> users(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .distinct();
    }

    private static boolean saysToTheOutside(JavaClass user, JavaClass type) {
        return !user.equals(type)
                && user.getModifiers().contains(JavaModifier.PUBLIC)
                && user.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .anyMatch(member -> member.getAllInvolvedRawTypes().contains(type));
    }
}
