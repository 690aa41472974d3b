package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The emitted application: every file but the code. */
public final class SamApplication {
    private SamApplication() {}

    /** Renders a project; if it cannot be, all problems and no file. */
    public static Rendering render(ProjectModel project) {
        var problems = new ArrayList<Problem>();
        if (problems.stream().anyMatch(problem -> !problem.code().isWarning())) {
            return new Rendering(new TreeMap<>(), problems);
        }
        var files = new TreeMap<String, String>();
        var wait = DeploymentWait.of(project.settings().deploymentTimeout());
        var definition = StateMachineDefinition.of(project.pluginVersion(), wait.machineTimeout());
        var core = new CoreTemplate(project);
        List<MigrationTemplate> migrations = project.migrations().stream()
                .map(migration -> new MigrationTemplate(project, migration, definition))
                .toList();
        var root = new RootTemplate(project, core, migrations);
        files.put(RootTemplate.PATH, YamlWriter.write(Template.COMMENT, root.template()));
        files.put(CoreTemplate.PATH, YamlWriter.write(Template.COMMENT, core.template()));
        for (var migration : migrations) {
            files.put(migration.path(), YamlWriter.write(Template.COMMENT, migration.template()));
            files.put(migration.definitionPath(), definition.text());
        }
        return new Rendering(files, problems);
    }

    /** The name of the emitted parameter that gives a logical table's name or ARN. */
    public static String tableParameter(String table) {
        return LogicalName.ofTable(table);
    }
}
