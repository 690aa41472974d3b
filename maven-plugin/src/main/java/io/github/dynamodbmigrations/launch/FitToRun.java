package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.bundle.CompiledSources;
import java.util.function.Consumer;

/** What every goal that runs migrations asks of the module first. */
final class FitToRun {
    private FitToRun() {}

    /**
     * The module's migrations with their code, compiled, as new as their sources, and free of problems.
     *
     * @param request the module
     * @param goal the goal that would run them
     * @param warn takes warnings
     * @return what may run
     * @throws io.github.dynamodbmigrations.problem.ProblemException with all problems of the first kind that there is
     */
    static Bundle read(BundleRequest request, String goal, Consumer<String> warn) {
        CompiledSources.require(request.project(), goal);
        StaleClasses.refuse(request.project(), goal);
        var bundle = Bundle.read(request);
        Bundle.require(bundle.problems(), problem -> warn.accept(problem.line()));
        return bundle;
    }
}
