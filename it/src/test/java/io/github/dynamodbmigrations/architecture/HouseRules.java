package io.github.dynamodbmigrations.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.github.dynamodbmigrations.MigrationException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What may know what. Every rule is made for a root package, so that planted violations are judged by the same rules. */
final class HouseRules {
    private final String root;

    private HouseRules(String root) {
        this.root = root;
    }

    /** All rules by what they say. */
    static Map<String, ArchRule> of(String root) {
        var house = new HouseRules(root);
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("the API knows only the JDK, JSpecify and attribute values", house.api());
        rules.put("only dynamo and workflow call AWS", house.onlyAdaptersCallAws());
        rules.put("packages form no cycle", house.noCycles());
        rules.put("templates stand alone", house.templatesStandAlone());
        rules.put("only the maven package knows Maven", house.onlyGoalsKnowMaven());
        rules.put("no Lombok, Guava, Spring or databind", house.noBannedLibraries());
        rules.put("every public exception has the one root", house.oneRootException());
        rules.put("classes are final, records or enums", house.closedForExtension());
        rules.put("adapters of AWS are named Dynamo or Sfn", house.adaptersAreNamed());
        rules.put("only codecs word the history's items", house.onlyCodecsWordTheHistory());
        rules.put("names say what a thing is", house.names());
        rules.put("nothing survives in a static field", house.noStaticState());
        rules.put("nothing prints or exits", EdgeRules.nothingPrintsOrExits(root));
        rules.put("no clock, sleep or randomness below the edges", EdgeRules.noAmbientTime(root));
        rules.put("only the edges read the environment", EdgeRules.noEnvironment(root));
        rules.put("Mojos live in the maven package", house.mojosLiveInMaven());
        rules.put("Mojos touch no files, AWS or class files", house.mojosAreThin());
        rules.put("Mojos inject by constructor", house.mojosInjectByConstructor());
        rules.put("one place makes Mojo exceptions", house.oneMappingOfExceptions());
        return rules;
    }

    private ArchRule api() {
        return classes()
                .that()
                .resideInAPackage(root)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root, "java..", "org.jspecify..")
                        .or(describe("are attribute values", HouseRules::isAttributeValue)))
                .allowEmptyShould(true);
    }

    private ArchRule onlyAdaptersCallAws() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("dynamo"), in("workflow"))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk..")
                        .and(DescribedPredicate.not(describe("are attribute values", HouseRules::isAttributeValue))));
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchRule templatesStandAlone() {
        return classes()
                .that()
                .resideInAnyPackage(in("model"), in("template"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        in("model"),
                        in("template"),
                        "java..",
                        "org.jspecify..",
                        "org.snakeyaml..",
                        "com.fasterxml.jackson.core.."))
                .allowEmptyShould(true);
    }

    private ArchRule onlyGoalsKnowMaven() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("maven"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.maven..")
                        .and(resideOutsideOfPackage("org.apache.maven.artifact.versioning..")));
    }

    private ArchRule noBannedLibraries() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "lombok..", "com.google..", "org.springframework..", "com.fasterxml.jackson.databind.."));
    }

    private ArchRule oneRootException() {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and()
                .arePublic()
                .should()
                .beAssignableTo(MigrationException.class)
                .allowEmptyShould(true);
    }

    private ArchRule closedForExtension() {
        return classes()
                .that(describe("are concrete", HouseRules::isConcrete))
                .and()
                .areNotAssignableTo(MigrationException.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .allowEmptyShould(true);
    }

    private ArchRule adaptersAreNamed() {
        return classes()
                .that()
                .resideInAnyPackage(in("dynamo"), in("workflow"))
                .and(describe("implement one of our ports", this::implementsPort))
                .should()
                .haveNameMatching(".*\\.(Dynamo|Sfn)\\w+(\\$\\w+)?")
                .allowEmptyShould(true);
    }

    private ArchRule onlyCodecsWordTheHistory() {
        return noClasses()
                .that()
                .resideInAPackage(in("dynamo"))
                .and(describe("are no codecs", type -> !type.getSimpleName().matches(".*Codec|Expression|ItemBuilder")))
                .should()
                .accessTargetWhere(describe("words an item or an expression of the history", access -> {
                    var target = access.getTarget();
                    var word = target.getOwner().getName() + "." + target.getName();
                    return word.equals(root + ".dynamo.Expression.of")
                            || word.equals(root + ".dynamo.ItemBuilder.<init>");
                }))
                .allowEmptyShould(true);
    }

    private ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Job|Chunk|Shard|Cursor|Changeset)(?![a-z]).*");
    }

    /** The process of a function serves many events. */
    private ArchRule noStaticState() {
        return noFields()
                .that()
                .areStatic()
                .and(describe(
                        "are hand-written", field -> !field.getName().contains("$") && !isGenerated(field.getOwner())))
                .should()
                .notBeFinal()
                .allowEmptyShould(true);
    }

    private ArchRule mojosLiveInMaven() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Mojo")
                .should()
                .resideInAPackage(in("maven"))
                .allowEmptyShould(true);
    }

    private ArchRule mojosAreThin() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Mojo")
                .and(describe("are hand-written", type -> !isGenerated(type)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("software.amazon.awssdk..", "org.objectweb.asm..")
                        .or(describe("are Files", type -> type.isEquivalentTo(Files.class))))
                .allowEmptyShould(true);
    }

    private ArchRule mojosInjectByConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith("org.apache.maven.plugins.annotations.Component")
                .orShould()
                .beAnnotatedWith("javax.inject.Inject")
                .allowEmptyShould(true);
    }

    private ArchRule oneMappingOfExceptions() {
        return noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Abstract")
                .and(describe("are hand-written", type -> !isGenerated(type)))
                .should()
                .callConstructorWhere(describe(
                        "makes a Mojo exception",
                        call -> call.getTargetOwner()
                                .getName()
                                .matches("org\\.apache\\.maven\\.plugin\\.Mojo\\w*Exception")));
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private boolean implementsPort(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(port -> port.getName().startsWith(root + ".")
                        && !port.getPackageName().equals(type.getPackageName()));
    }

    private static boolean isAttributeValue(JavaClass type) {
        return type.getName().startsWith(AttributeValue.class.getName()) || type.isEquivalentTo(SdkBytes.class);
    }

    /** Enums, records and interfaces are closed by themselves; only what goals have in common may be inherited. */
    private static boolean isConcrete(JavaClass type) {
        var named = !type.isAnonymousClass() && !type.getSimpleName().isEmpty();
        var commonToGoals = type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.getSimpleName().endsWith("Mojo");
        return named
                && !type.isInterface()
                && !type.isEnum()
                && !type.isRecord()
                && !commonToGoals
                && !isGenerated(type);
    }

    /** The help goal, which the plugin tools write. */
    private static boolean isGenerated(JavaClass type) {
        return type.getSimpleName().equals("HelpMojo");
    }
}
