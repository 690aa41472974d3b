package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.project.Library;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Checks that the module's libraries contain the engine as this plugin knows it. */
final class EngineCheck {
    private static final String RUNTIME = "io.github.dynamodbmigrations:dynamodb-migrations-runtime";
    private static final String SDK = "software.amazon.awssdk:";
    private static final Set<String> NEEDED =
            Set.of(RUNTIME, SDK + "dynamodb", SDK + "url-connection-client", "com.amazonaws:aws-lambda-java-core");

    private final String where;
    private final List<Library> engine;
    private final Map<String, Library> present;

    private EngineCheck(BundleRequest request, List<Library> libraries) {
        where = request.project().artifactId();
        engine = request.engine();
        present = libraries.stream()
                .collect(Collectors.toMap(Library::id, Function.identity(), (first, classified) -> first));
    }

    static List<Problem> problems(BundleRequest request, List<Library> libraries) {
        var check = new EngineCheck(request, libraries);
        return Stream.of(check.missing(), check.otherRuntime(), check.oldSdk())
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Problem> missing() {
        return NEEDED.stream()
                .filter(needed -> !present.containsKey(needed))
                .sorted()
                .map(needed -> new Problem(
                        ProblemCode.RUNTIME_MISMATCH,
                        "the engine needs " + needed + " at run time, and it is not there",
                        where,
                        "Declare " + RUNTIME + " with the default scope, and exclude nothing of what it brings."));
    }

    private Stream<Problem> otherRuntime() {
        return ours(RUNTIME::equals)
                .filter(ours -> !ours.version().equals(theirs(ours).version()))
                .map(ours -> new Problem(
                        ProblemCode.RUNTIME_MISMATCH,
                        "the runtime has version " + theirs(ours).version() + " and the plugin " + ours.version(),
                        where,
                        "Give both the same version, best with one property."));
    }

    private Stream<Problem> oldSdk() {
        var old = ours(id -> id.startsWith(SDK))
                .filter(ours -> isOlder(theirs(ours), ours))
                .sorted(Comparator.comparing(Library::id))
                .toList();
        return old.stream()
                .limit(1)
                .map(ours -> new Problem(
                        ProblemCode.SDK_TOO_OLD,
                        "the engine was built with version " + ours.version() + " of the AWS SDK, and " + old.size()
                                + " of its libraries are older here: " + ours.id() + " "
                                + theirs(ours).version(),
                        where,
                        "Raise the version, best by importing software.amazon.awssdk:bom " + ours.version()
                                + " or later."));
    }

    private Stream<Library> ours(Predicate<String> id) {
        return engine.stream().filter(ours -> id.test(ours.id()) && present.containsKey(ours.id()));
    }

    private Library theirs(Library ours) {
        return Objects.requireNonNull(present.get(ours.id()));
    }

    private static boolean isOlder(Library theirs, Library ours) {
        return new ComparableVersion(theirs.version()).compareTo(new ComparableVersion(ours.version())) < 0;
    }
}
