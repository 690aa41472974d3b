package io.github.dynamodbmigrations.project;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds migrations in source files with the compiler's own parser, which needs neither a class path nor code that
 * compiles.
 */
public final class SourceMigrations {
    private static final String API = "io.github.dynamodbmigrations";
    private static final Pattern PREFIX = Pattern.compile("V0*(\\d{1,18})_.*");

    private SourceMigrations() {}

    /**
     * The migrations below some directories, in the order of their files.
     *
     * @param roots directories of sources; missing ones are no error
     * @return the migrations
     */
    public static List<SourceMigration> in(List<Path> roots) {
        return parse(roots.stream()
                .filter(Files::isDirectory)
                .flatMap(SourceMigrations::candidates)
                .toList());
    }

    /**
     * The migrations of those files that have no class file at the same place. The compiler's parser takes a second to
     * start, so files that were compiled are not parsed.
     *
     * @param roots directories of sources; missing ones are no error
     * @param classes the directory of class files
     * @return the migrations
     */
    public static List<SourceMigration> withoutClassFile(List<Path> roots, Path classes) {
        return parse(roots.stream()
                .filter(Files::isDirectory)
                .flatMap(root -> candidates(root).filter(file -> !Files.exists(classFile(root, file, classes))))
                .toList());
    }

    private static Path classFile(Path root, Path file, Path classes) {
        return classes.resolve(root.relativize(file).toString().replaceFirst("\\.java$", ".class"));
    }

    private static List<SourceMigration> parse(List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler; run the build with a JDK");
        }
        try (var manager = compiler.getStandardFileManager(ignored -> {}, null, StandardCharsets.UTF_8)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, ignored -> {}, List.of("-proc:none"), null, sources);
            var found = new ArrayList<SourceMigration>();
            for (var unit : task.parse()) {
                collect(unit, found);
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> candidates(Path root) {
        try (var files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && mentionsMigration(file))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentionsMigration(Path file) {
        try {
            // Latin-1 decodes any file; the words looked for are ASCII.
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.contains("Migration") && text.contains(API);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(CompilationUnitTree unit, List<SourceMigration> found) {
        for (var type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                for (var annotation : declared.getModifiers().getAnnotations()) {
                    if (isMigration(annotation)) {
                        found.add(read(unit, declared, annotation));
                    }
                }
            }
        }
    }

    private static boolean isMigration(AnnotationTree annotation) {
        var name = annotation.getAnnotationType().toString();
        return name.equals("Migration") || name.equals(API + ".Migration");
    }

    private static SourceMigration read(CompilationUnitTree unit, ClassTree declared, AnnotationTree annotation) {
        var name = declared.getSimpleName().toString();
        var packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        var table = element(annotation, "table");
        var version = literal(element(annotation, "version"))
                .filter(Number.class::isInstance)
                .map(value -> OptionalLong.of(((Number) value).longValue()))
                .orElseGet(() -> versionInName(name));
        return new SourceMigration(
                Path.of(unit.getSourceFile().toUri()),
                packageName,
                name,
                version,
                literal(table).filter(String.class::isInstance).map(String.class::cast),
                table != null);
    }

    private static @Nullable ExpressionTree element(AnnotationTree annotation, String name) {
        for (var argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree element
                    && element.getVariable().toString().equals(name)) {
                return element.getExpression();
            }
        }
        return null;
    }

    private static Optional<Object> literal(@Nullable Tree expression) {
        return expression instanceof LiteralTree literal ? Optional.ofNullable(literal.getValue()) : Optional.empty();
    }

    private static OptionalLong versionInName(String name) {
        var prefix = PREFIX.matcher(name);
        return prefix.matches() ? OptionalLong.of(Long.parseLong(prefix.group(1))) : OptionalLong.empty();
    }
}
