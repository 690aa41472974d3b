package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.discovery.Discovered;
import io.github.dynamodbmigrations.discovery.Discovery;
import io.github.dynamodbmigrations.discovery.DiscoveryRequest;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A module's migrations and all the code that runs with them: what {@code package} emits and {@code rehearse} runs.
 *
 * @param found the migrations and what is wrong with them
 * @param code the files of code/ and what is wrong with those
 */
public record Bundle(Discovered found, CodeDirectory code) {
    /** Reads the migrations and computes code/; nothing is written, and no code of the module is loaded. */
    public static Bundle read(BundleRequest request) {
        var found = discover(request);
        return new Bundle(found, CodeDirectory.of(request, found));
    }

    /** Reads the migrations alone. */
    public static Discovered discover(BundleRequest request) {
        var project = request.project();
        var scanned = LibrarySelection.of(request.scanDependencies(), project.libraries());
        var classes = Stream.concat(
                Stream.of(project.classes()), scanned.matching().stream().map(it -> it.file()));
        return Discovery.of(new DiscoveryRequest(
                classes.filter(Files::exists).toList(),
                scanned.others().stream().map(it -> it.file()).toList(),
                project.directory(),
                request.firstVersion(),
                DiscoveryRequest.levelOf(request.runtime())));
    }

    /** The migrations in order of their versions. */
    public List<MigrationModel> migrations() {
        return found.migrations();
    }

    /** All problems, warnings too. */
    public List<Problem> problems() {
        return Stream.concat(found.problems().stream(), code.problems().stream())
                .toList();
    }

    /**
     * Reports warnings, and stops if there is more than those.
     *
     * @throws ProblemException with all problems that are not warnings
     */
    public static void require(List<Problem> problems, Consumer<Problem> warnings) {
        problems.stream().filter(problem -> problem.code().isWarning()).forEach(warnings);
        var errors =
                problems.stream().filter(problem -> !problem.code().isWarning()).toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
    }
}
