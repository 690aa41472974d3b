package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds names that two things would share in one template. */
final class NameProblems {
    /** What templates name themselves, besides their parameters. */
    static final Set<String> RESERVED = Set.of(
            "ControlFunction",
            "ControlRole",
            "Core",
            "FailureRule",
            "FailureRulePermission",
            "HasKmsKeys",
            "HasPermissionsBoundary",
            "InVpc",
            "HasRunner",
            "LogGroup",
            "Registration",
            "RunnerIsArn",
            "StateMachine",
            "StateMachineRole",
            "Versions",
            "VersionsFunction",
            "VersionsRole",
            "WorkerFunction",
            "WorkerRole");

    private final Map<String, String> owners = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    static List<Problem> of(ProjectModel project) {
        var found = new NameProblems();
        RESERVED.forEach(name -> found.owners.put(name, "the emitted templates"));
        found.owners.put(SharedParameters.historyId().name(), "the emitted templates");
        found.owners.put(SharedParameters.runner().name(), "the emitted templates");
        SharedParameters.ofMigrations(project.settings())
                .forEach(parameter -> found.owners.put(parameter.name(), "the emitted templates"));
        project.migrations().forEach(found::judge);
        return found.problems;
    }

    private void judge(MigrationModel migration) {
        var where = migration.simpleName();
        take(LogicalName.ofMigration(migration), "version " + migration.version() + " of " + where, where);
        migration.table().ifPresent(table -> {
            take(LogicalName.ofTable(table), "the table " + table, where);
            var reference = new TableReference(LogicalName.ofTable(table));
            List.of(reference.isArn(), reference.role(), reference.hasRole())
                    .forEach(name -> take(name, "the table " + table, where));
        });
        migration.parameters().forEach(name -> take(name, "the parameter " + name, where));
        if (Set.copyOf(migration.parameters()).size() < migration.parameters().size()) {
            problems.add(new Problem(
                    ProblemCode.NAME_TAKEN, "a parameter is declared twice", where, "Remove one from @Parameters."));
        }
    }

    private void take(String name, String owner, String where) {
        var before = owners.putIfAbsent(name, owner);
        if (before != null && !before.equals(owner)) {
            problems.add(new Problem(
                    ProblemCode.NAME_TAKEN,
                    "\"%s\" would stand for %s and for %s".formatted(name, before, owner),
                    where,
                    "Rename one of them."));
        }
    }
}
