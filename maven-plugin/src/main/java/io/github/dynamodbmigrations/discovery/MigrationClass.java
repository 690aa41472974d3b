package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.TaskMigration;
import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.bytecode.ClassIndex;
import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * A class that carries {@code @Migration}.
 *
 * @param file its class file
 * @param declared the annotation
 * @param kinds the kinds that it implements: exactly one if it is well made
 */
record MigrationClass(ClassFile file, Migration declared, Set<Kind> kinds) {
    static Stream<MigrationClass> in(ClassIndex index) {
        return index.projectClasses().stream()
                .flatMap(file -> DeclaredAnnotation.find(file, Migration.class)
                        .map(declared -> new MigrationClass(file, declared, kindsOf(index, file)))
                        .stream());
    }

    private static Set<Kind> kindsOf(ClassIndex index, ClassFile file) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (isA(index, file, Reversible.class)) {
            kinds.add(Kind.REVERSIBLE);
        } else if (isA(index, file, ItemMigration.class)) {
            kinds.add(Kind.ITEM);
        }
        if (isA(index, file, TaskMigration.class)) {
            kinds.add(Kind.TASK);
        }
        return kinds;
    }

    private static boolean isA(ClassIndex index, ClassFile file, Class<?> type) {
        return index.isSubtype(file.name(), Type.getInternalName(type));
    }

    long version() {
        return declared.version();
    }

    String className() {
        return file.className();
    }

    /** The class name without its package. */
    String simpleName() {
        return className().substring(className().lastIndexOf('.') + 1);
    }

    /** What it implements, if that is clear. */
    Optional<Kind> kind() {
        return kinds.size() == 1 ? Optional.of(kinds.iterator().next()) : Optional.empty();
    }

    boolean isTask() {
        return kinds.contains(Kind.TASK);
    }

    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return DeclaredAnnotation.find(file, type);
    }
}
