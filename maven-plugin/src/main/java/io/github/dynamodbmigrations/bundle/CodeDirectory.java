package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.discovery.Discovered;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.project.Library;
import io.github.dynamodbmigrations.project.Project;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The directory that becomes a Lambda function's code: the migrations and the project classes that they reach as loose
 * files, the module's libraries as jars below lib/, and the manifest.
 *
 * @param files its files
 * @param problems what is wrong with them, warnings too
 */
public record CodeDirectory(FileSet files, List<Problem> problems) {
    private static final long LARGEST = 250L * 1024 * 1024;

    /** Computes it; nothing is written. */
    static CodeDirectory of(BundleRequest request, Discovered found) {
        var project = request.project();
        var problems = new ArrayList<Problem>();
        var files = new TreeMap<String, Content>();
        addReachedClasses(project, found, files);
        addIncludes(request, files, problems);
        var excluded = LibrarySelection.of(request.excludes(), project.libraries());
        var libraries = excluded.others();
        addLibraries(libraries, files);
        files.put(MigrationCatalog.MANIFEST, manifest(found.migrations()));
        problems.addAll(excluded.problems("excludes", project.artifactId()));
        problems.addAll(EngineCheck.problems(request, libraries));
        problems.addAll(LibraryLevels.problems(request.runtime(), libraries));
        var all = new FileSet(files);
        if (all.size() > LARGEST) {
            problems.add(tooLarge(all));
        }
        return new CodeDirectory(all, List.copyOf(problems));
    }

    private static void addReachedClasses(Project project, Discovered found, SortedMap<String, Content> files) {
        var classes = project.classes();
        found.reached().values().stream()
                .flatMap(List::stream)
                .filter(file -> file.root().equals(classes))
                .forEach(file -> files.put(file.entry(), new Content.Copy(classes.resolve(file.entry()))));
    }

    private static void addIncludes(BundleRequest request, SortedMap<String, Content> files, List<Problem> problems) {
        var project = request.project();
        for (var include : request.includes()) {
            var pattern = new PathPattern(include);
            var matching = new TreeMap<>(Tree.of(project.classes()));
            matching.keySet().removeIf(path -> !pattern.matches(path));
            matching.forEach((path, file) -> files.put(path, new Content.Copy(file)));
            if (matching.isEmpty()) {
                problems.add(new Problem(
                        ProblemCode.MATCHES_NOTHING,
                        "<includes> has '" + include + "', which matches no file",
                        project.shown(project.classes()),
                        "Correct it, for example <include>com/example/prices/**</include>, or remove it."));
            }
        }
    }

    private static void addLibraries(List<Library> libraries, SortedMap<String, Content> files) {
        var names = libraries.stream().map(CodeDirectory::jarName).toList();
        for (var library : libraries) {
            var name = jarName(library);
            var unique = Collections.frequency(names, name) == 1 ? name : library.groupId() + "." + name;
            var isJar = Files.isRegularFile(library.file());
            files.put("lib/" + unique, isJar ? new Content.Copy(library.file()) : ClassesJar.of(library.file()));
        }
    }

    private static String jarName(Library library) {
        return Files.isDirectory(library.file())
                ? library.artifactId() + "-" + library.version() + ".jar"
                : library.file().getFileName().toString();
    }

    private static Content manifest(List<MigrationModel> migrations) {
        return Content.Bytes.of(migrations.stream()
                .sorted(Comparator.comparingLong(MigrationModel::version))
                .map(migration -> """
                        %1$d=%2$s
                        %1$d.checksum=%3$s
                        %1$d.reached=%4$s
                        """.formatted(
                        migration.version(), migration.className(), migration.checksum(), migration.reachedChecksum()))
                .collect(Collectors.joining()));
    }

    private static Problem tooLarge(FileSet files) {
        return new Problem(
                ProblemCode.CODE_TOO_LARGE,
                "code/ would hold " + Sizes.of(files.size()) + ", and AWS Lambda takes " + Sizes.of(LARGEST)
                        + "; its largest parts: " + Sizes.largest(files),
                "code/",
                "Leave libraries out with <excludes>, or give the migrations a module of their own.");
    }
}
