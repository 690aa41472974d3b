package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Checks a migration's class: whether it can be made, what it implements, and its name. */
final class ClassChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$]{0,127}");
    private static final Pattern VERSION_IN_NAME = Pattern.compile("(?:.*\\$)?V(\\d+)_.*");

    private final MigrationClass migration;

    private ClassChecks(MigrationClass migration) {
        this.migration = migration;
    }

    static Stream<Problem> problems(MigrationClass migration) {
        var checks = new ClassChecks(migration);
        return Stream.of(checks.instantiable(), checks.kind(), checks.name(), checks.versionInName())
                .flatMap(Optional::stream);
    }

    private Optional<Problem> instantiable() {
        return reasonAgainstInstances()
                .map(reason -> problem(ProblemCode.NOT_INSTANTIABLE, "the class " + reason, remedyFor(reason)));
    }

    private Optional<String> reasonAgainstInstances() {
        var file = migration.file();
        if (file.has(Opcodes.ACC_INTERFACE)) {
            return Optional.of("is an interface");
        }
        if (file.has(Opcodes.ACC_ENUM)) {
            return Optional.of("is an enum");
        }
        if (file.has(Opcodes.ACC_ABSTRACT)) {
            return Optional.of("is abstract");
        }
        if (isInner()) {
            return Optional.of("is an inner class that is not static");
        }
        if (!file.has(Opcodes.ACC_PUBLIC)) {
            return Optional.of("is not public");
        }
        return hasPublicConstructor() ? Optional.empty() : Optional.of("has no public constructor without parameters");
    }

    private static String remedyFor(String reason) {
        return switch (reason) {
            case "is abstract" -> "Move @Migration to a class that extends it.";
            case "is an inner class that is not static" -> "Make it static, or give it a file of its own.";
            case "is not public" -> "Make it public.";
            case "has no public constructor without parameters" -> "Add one, or leave all constructors out.";
            default -> "Make it a public class.";
        };
    }

    private boolean isInner() {
        var declared = migration.file().declarations();
        return declared.outerClass != null
                || declared.innerClasses.stream()
                        .anyMatch(it -> it.name.equals(declared.name) && (it.access & Opcodes.ACC_STATIC) == 0);
    }

    private boolean hasPublicConstructor() {
        return migration.file().declarations().methods.stream()
                .anyMatch(it ->
                        it.name.equals("<init>") && it.desc.equals("()V") && (it.access & Opcodes.ACC_PUBLIC) != 0);
    }

    private Optional<Problem> kind() {
        if (migration.kinds().isEmpty()) {
            return Optional.of(problem(
                    ProblemCode.NO_KIND,
                    "the class implements no kind of migration",
                    "Implement ItemMigration, Reversible or TaskMigration."));
        }
        boolean isBoth =
                migration.kinds().contains(Kind.TASK) && migration.kinds().size() > 1;
        return isBoth
                ? Optional.of(problem(
                        ProblemCode.NO_KIND,
                        "the class is both a task and a migration of items",
                        "Make two migrations of it."))
                : Optional.empty();
    }

    private Optional<Problem> name() {
        return NAME.matcher(migration.simpleName()).matches()
                ? Optional.empty()
                : Optional.of(problem(
                        ProblemCode.BAD_NAME,
                        "the class name has characters other than A-Z, a-z, 0-9 and _, or more than 128",
                        "Rename the class: emitted names are made of it."));
    }

    private Optional<Problem> versionInName() {
        Matcher named = VERSION_IN_NAME.matcher(migration.simpleName());
        if (!named.matches()
                || Long.toString(migration.version()).equals(named.group(1).replaceFirst("^0+(?=.)", ""))) {
            return Optional.empty();
        }
        return Optional.of(problem(
                ProblemCode.NAME_VERSION_MISMATCH,
                "the name says version " + named.group(1) + ", @Migration says " + migration.version(),
                "Make them equal, or leave the number out of the name."));
    }

    private Problem problem(ProblemCode code, String what, String remedy) {
        return new Problem(code, what, migration.className(), remedy);
    }
}
