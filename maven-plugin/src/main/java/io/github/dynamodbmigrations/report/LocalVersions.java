package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.bundle.CompiledSources;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The versions that a module has classes for. */
public final class LocalVersions {
    private LocalVersions() {}

    /**
     * The version to reach, and the emitted ones below it.
     *
     * @param planner which version to reach, if not the newest
     * @param request where the classes are
     * @param goal the goal that asks
     * @return the versions in order, at least one
     * @throws ProblemException if there is none
     */
    public static List<Long> upTo(PlannerSettings planner, BundleRequest request, String goal) {
        var project = request.project();
        CompiledSources.require(project, goal);
        var known = Bundle.discover(request).migrations().stream()
                .map(MigrationModel::version)
                .toList();
        var versions = upTo(planner.target(), planner.emitFrom(), known);
        if (versions.isEmpty()) {
            throw new ProblemException(new Problem(
                    ProblemCode.NO_MIGRATIONS,
                    "no class with @Migration, and no version to wait for",
                    project.shown(project.classes()),
                    "Name one with -Ddynamodb-migrations.target=<version>."));
        }
        return versions;
    }

    static List<Long> upTo(Optional<Long> target, long emitFrom, Collection<Long> known) {
        return target.or(() -> known.stream().reduce(Math::max)).stream()
                .flatMap(last -> Stream.concat(
                        known.stream().filter(version -> version >= emitFrom && version < last), Stream.of(last)))
                .sorted()
                .toList();
    }
}
