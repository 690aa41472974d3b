package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.TaskMigration;
import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.bytecode.ClassIndex;
import io.github.dynamodbmigrations.bytecode.ClassIndex.Unreadable;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Checks what no class shows alone: versions among each other, class files that cannot be read or loaded. */
final class ProjectChecks {
    private static final Set<String> KINDS = Stream.of(ItemMigration.class, Reversible.class, TaskMigration.class)
            .map(Type::getInternalName)
            .collect(Collectors.toSet());

    private ProjectChecks() {}

    static Stream<Problem> unreadable(ClassIndex index) {
        var damaged = index.unreadable().stream()
                .filter(it -> it.level() == 0)
                .map(it -> new Problem(
                        ProblemCode.UNREADABLE_CLASS,
                        "the class file is damaged",
                        className(it),
                        "Run mvn clean package."));
        var byLevel = index.unreadable().stream()
                .filter(it -> it.level() > 0)
                .collect(Collectors.groupingBy(Unreadable::level, TreeMap::new, Collectors.toList()));
        var tooNew = byLevel.entrySet().stream()
                .map(it -> new Problem(
                        ProblemCode.CLASS_TOO_NEW,
                        "the class files are of Java " + DiscoveryRequest.javaOf(it.getKey())
                                + ", newer than this version of the plugin reads",
                        firstOf(it.getValue().stream()
                                .map(ProjectChecks::className)
                                .toList()),
                        "Compile for an older release by <maven.compiler.release>, or use a newer plugin."));
        return Stream.concat(damaged, tooNew);
    }

    private static String className(Unreadable file) {
        return file.entry().replaceAll("\\.class$", "").replace('/', '.');
    }

    private static String firstOf(List<String> names) {
        return names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    }

    /** Class files that the Lambda runtime would refuse. */
    static Stream<Problem> tooNew(Collection<ClassFile> reached, int classFileLevel) {
        int java = DiscoveryRequest.javaOf(classFileLevel);
        return reached.stream()
                .filter(it -> it.level() > classFileLevel)
                .collect(Collectors.groupingBy(ClassFile::level, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new Problem(
                        ProblemCode.CLASS_TOO_NEW,
                        "the class files are of Java " + DiscoveryRequest.javaOf(it.getKey())
                                + ", the Lambda runtime java" + java + " loads up to Java " + java,
                        firstOf(it.getValue().stream().map(ClassFile::className).toList()),
                        "Set <maven.compiler.release>" + java
                                + "</maven.compiler.release>, or a newer <lambdaRuntime>."));
    }

    static List<Problem> versions(List<MigrationClass> inOrder, long firstVersion) {
        var problems = new ArrayList<Problem>();
        long nextFree =
                inOrder.stream().mapToLong(MigrationClass::version).max().orElse(firstVersion) + 1;
        var byVersion = inOrder.stream()
                .collect(Collectors.groupingBy(MigrationClass::version, TreeMap::new, Collectors.toList()));
        for (var entry : byVersion.entrySet()) {
            var names = entry.getValue().stream().map(MigrationClass::className).toList();
            if (names.size() > 1) {
                problems.add(new Problem(
                        ProblemCode.DUPLICATE_VERSION,
                        (names.size() == 2 ? "two" : names.size()) + " migrations have version " + entry.getKey(),
                        String.join(", ", names),
                        "Give one of them the next free version, " + nextFree + "."));
                nextFree += names.size() - 1;
            }
            if (entry.getKey() <= firstVersion) {
                problems.add(new Problem(
                        ProblemCode.VERSION_TOO_LOW,
                        "version " + entry.getKey() + " is not above firstVersion, " + firstVersion,
                        String.join(", ", names),
                        "Give it a higher version: firstVersion is that of data before any migration."));
            }
        }
        return problems;
    }

    /** A class that is a migration in all but the annotation never runs, and says nothing. */
    static Stream<Problem> forgotten(ClassIndex index) {
        return index.projectClasses().stream()
                .filter(it -> !it.has(Opcodes.ACC_ABSTRACT) && it.declarations().outerClass == null)
                .filter(it -> it.declarations().interfaces.stream().anyMatch(KINDS::contains))
                .filter(it -> it.annotation(Type.getDescriptor(Migration.class)).isEmpty())
                .map(it -> new Problem(
                        ProblemCode.NOT_ANNOTATED,
                        "the class is a migration without @Migration, so it never runs",
                        it.className(),
                        "Add the annotation; if the class only helps others, nothing is wrong."));
    }
}
