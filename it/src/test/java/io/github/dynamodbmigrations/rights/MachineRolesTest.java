package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The roles of state machines, which no emulator enforces: what the definition does is what the role may do. */
final class MachineRolesTest {
    private static final Path GOLDEN = Path.of("..", "sam-templates", "src", "test", "resources", "golden");
    private static final String DEFINITION = "statemachine.asl.json";
    /** Calls the function that its parameters name: one of the user's own, if there is any. */
    private static final String INVOKE = ":states:::lambda:invoke}";

    static Stream<Path> machines() {
        try (var files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.endsWith(DEFINITION)).map(Path::getParent).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aMachineMayCallTheFunctionsOfItsTasksAndNoOthers(Path directory) {
        var called = new TreeSet<String>();
        for (var resource : tasks(directory)) {
            if (!resource.endsWith(INVOKE)) {
                called.add(resource);
            }
        }
        assertFalse(called.isEmpty());

        var allowed = new TreeSet<String>();
        rights(directory, "Functions").forEach(right -> right.resources().forEach(it -> allowed.add(it.toString())));

        assertEquals(called, allowed);
        assertEquals(Actions.read().of("state:Task", ""), actions(rights(directory, "Functions")));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aMachineMayStartAndStopTheChildrenOfItsMapsAndNothingElse(Path directory) {
        var maps = states(Tree.read(directory.resolve(DEFINITION))).stream()
                .filter(state -> "Map".equals(state.get("Type")))
                .filter(state -> "DISTRIBUTED"
                        .equals(Tree.map(Tree.map(state, "ItemProcessor"), "ProcessorConfig")
                                .get("Mode")))
                .toList();
        var ofMaps = rights(directory, "MapChildren");

        assertEquals(maps.isEmpty() ? Set.of() : Actions.read().of("state:DistributedMap", ""), actions(ofMaps));
        for (var right : ofMaps) {
            for (var resource : right.resources()) {
                var arn = Tree.list(Tree.map(resource), "Fn::Sub").get(0).toString();
                var own = "dm-" + version(directory) + "-${Stack}";
                var kind = right.name().equals("StartExecution") ? ":stateMachine:" : ":execution:";
                assertEquals(kind + own, arn.replaceAll(".*(?=" + kind + ")|[:/][*]$", ""));
            }
        }
        var policies = new TreeSet<>(Set.of("Functions"));
        if (!maps.isEmpty()) {
            policies.add("MapChildren");
        }
        if (tasks(directory).stream().anyMatch(resource -> resource.endsWith(INVOKE))) {
            policies.add("Runner");
        }
        assertEquals(policies, new TreeSet<>(all(directory).map(Right::policy).toList()));
        assertTrue(all(directory)
                .allMatch(right -> right.isConditional() == right.policy().equals("Runner")));
    }

    /** What tasks call, as the template puts it in. */
    private static List<String> tasks(Path directory) {
        var machines = Tree.resources(Tree.read(directory.resolve("template.yaml")), "AWS::Serverless::StateMachine");
        var substitutions =
                Tree.map(Tree.map(Tree.at(machines, "StateMachine"), "Properties"), "DefinitionSubstitutions");
        return states(Tree.read(directory.resolve(DEFINITION))).stream()
                .filter(state -> "Task".equals(state.get("Type")))
                .map(state -> ((String) Tree.at(state, "Resource")).replaceAll("[${}]", ""))
                .map(name -> Tree.at(substitutions, name).toString())
                .toList();
    }

    private static Object version(Path directory) {
        var metadata =
                Tree.map(Tree.map(Tree.read(directory.resolve("template.yaml")), "Metadata"), "DynamoDbMigration");
        return Tree.at(metadata, "Version");
    }

    private static List<Right> rights(Path directory, String policy) {
        return all(directory).filter(right -> right.policy().equals(policy)).toList();
    }

    private static Stream<Right> all(Path directory) {
        return Right.of(directory.toString(), Tree.read(directory.resolve("template.yaml"))).stream()
                .filter(right -> !right.isOfFunction());
    }

    private static Set<String> actions(List<Right> rights) {
        return new TreeSet<>(rights.stream().map(Right::action).toList());
    }

    /** All states, those of maps too. */
    private static List<Map<String, Object>> states(Map<String, Object> machine) {
        return Tree.map(machine, "States").values().stream()
                .map(Tree::map)
                .flatMap(state -> Stream.concat(Stream.of(state), states(Tree.map(state, "ItemProcessor")).stream()))
                .toList();
    }
}
