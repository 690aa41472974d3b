package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All templates of a project, and how they stand against the limits of one deployment. */
final class Application {
    private static final int RESOURCES_OF_TEMPLATE = 500;
    private static final int RESOURCES_OF_DEPLOYMENT = 2_500;
    private static final int PARAMETERS = 200;
    private static final int CHARACTERS_OF_TEMPLATE = 1_000_000;
    private static final int CHARACTERS_OF_POLICIES = 10_240;

    private final ProjectModel project;
    private final Block root;
    private final String rootText;
    private final Block core;
    private final Block versions;
    private final String versionsText;
    private final Map<MigrationTemplate, Block> migrations = new LinkedHashMap<>();

    Application(ProjectModel project) {
        this.project = project;
        var definitions = new HashMap<Duration, StateMachineDefinition>();
        for (var migration : project.migrations()) {
            var definition = definitions.computeIfAbsent(
                    project.deploymentTimeout(migration),
                    wait -> StateMachineDefinition.of(
                            project.pluginVersion(), DeploymentWait.of(wait).machineTimeout()));
            var template = new MigrationTemplate(project, migration, definition);
            migrations.put(template, template.template());
        }
        var history = new CoreTemplate(project);
        core = history.template();
        var children = List.copyOf(migrations.keySet());
        var machine = new VersionsTemplate(project, children);
        versions = machine.template();
        versionsText = YamlWriter.write(Template.COMMENT, versions);
        root = new RootTemplate(project, history, children, machine).template();
        rootText = YamlWriter.write(Template.COMMENT, root);
    }

    SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put(RootTemplate.PATH, rootText);
        files.put(CoreTemplate.PATH, YamlWriter.write(Template.COMMENT, core));
        files.put(VersionsTemplate.PATH, versionsText);
        files.put(VersionsTemplate.DEFINITION_PATH, new VersionsDefinition(project.pluginVersion()).text());
        // Most migrations share one definition.
        var machines = new HashMap<StateMachineDefinition, String>();
        migrations
                .keySet()
                .forEach(migration -> files.put(
                        migration.definitionPath(),
                        machines.computeIfAbsent(migration.definition(), StateMachineDefinition::text)));
        // In a build that has just begun, writing hundreds of templates is what takes longest.
        files.putAll(migrations.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        child -> child.getKey().path(),
                        child -> YamlWriter.write(Template.COMMENT, child.getValue()))));
        return files;
    }

    /** What one deployment does not take. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        migrations.forEach((migration, template) -> problems.addAll(problems(migration.model(), template)));
        var excess = excess();
        if (!excess.isEmpty()) {
            var what = "%d migrations are more than one deployment takes, %s"
                    .formatted(migrations.size(), String.join(", ", excess));
            var remedy = "Set <emitFrom>%d</emitFrom> where all older versions have succeeded.".formatted(emitFrom());
            problems.add(new Problem(ProblemCode.TOO_MANY_MIGRATIONS, what, RootTemplate.PATH, remedy));
        }
        return problems;
    }

    private static List<Problem> problems(MigrationModel migration, Block template) {
        var problems = new ArrayList<Problem>();
        Size.policies(template).forEach((role, size) -> {
            if (size > CHARACTERS_OF_POLICIES) {
                var what = "the policies of %s have up to %d characters, more than %d"
                        .formatted(role, size, CHARACTERS_OF_POLICIES);
                var remedy = "Grant less in the policy file of @Grants.";
                problems.add(new Problem(ProblemCode.TOO_LARGE, what, migration.simpleName(), remedy));
            }
        });
        return problems;
    }

    private List<String> excess() {
        var all = Size.resources(root)
                + Size.resources(core)
                + Size.resources(versions)
                + migrations.values().stream().mapToInt(Size::resources).sum();
        var excess = new ArrayList<String>();
        compare(excess, "resources in all", all, RESOURCES_OF_DEPLOYMENT);
        compare(excess, "resources in the root", Size.resources(root), RESOURCES_OF_TEMPLATE);
        compare(excess, "parameters", Math.max(Size.parameters(root), Size.parameters(versions)), PARAMETERS);
        compare(excess, "characters in the root", rootText.length(), CHARACTERS_OF_TEMPLATE);
        compare(excess, "characters in versions", versionsText.length(), CHARACTERS_OF_TEMPLATE);
        return excess;
    }

    private static void compare(List<String> excess, String what, int is, int most) {
        if (is > most) {
            excess.add("%d %s of at most %d".formatted(is, what, most));
        }
    }

    /** The lowest version from which on everything fits. */
    private long emitFrom() {
        var fitting = project.migrations().size() - 1;
        var low = 0;
        while (low < fitting) {
            var middle = (low + fitting) / 2;
            if (new Application(from(middle)).excess().isEmpty()) {
                fitting = middle;
            } else {
                low = middle + 1;
            }
        }
        return project.migrations().get(fitting).version();
    }

    private ProjectModel from(int first) {
        var all = project.migrations();
        return new ProjectModel(
                project.artifactId(), project.pluginVersion(), all.subList(first, all.size()), project.settings());
    }
}
