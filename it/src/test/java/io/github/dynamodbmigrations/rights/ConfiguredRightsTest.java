package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** What no emulator shows: rights that follow from what a function is configured with. */
final class ConfiguredRightsTest {
    private static final Path GOLDEN = Path.of("..", "sam-templates", "src", "test", "resources", "golden");

    static Stream<Path> templates() {
        return emitted()
                .filter(file ->
                        !Tree.resources(Tree.read(file), "AWS::IAM::Role").isEmpty());
    }

    /** All templates that are known to the byte. */
    static Stream<Path> emitted() {
        try (var files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.endsWith("template.yaml")).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatAFunctionIsConfiguredWithIsWhatItsRoleMayDoBesides(Path file) {
        var template = Tree.read(file);
        var functions = Tree.resources(template, "AWS::Serverless::Function");
        for (var function : functions.entrySet()) {
            var properties = Tree.map(function.getValue(), "Properties");
            var role =
                    Tree.list(Tree.map(properties, "Role"), "Fn::GetAtt").get(0).toString();
            var besides = new TreeSet<String>();
            Right.of(file.toString(), template).stream()
                    .filter(right -> right.role().equals(role))
                    .filter(right -> right.isConditional() || right.service().equals("logs"))
                    .forEach(right -> besides.add(right.action()));

            assertEquals(configured(template, properties, role), besides, function.getKey());
        }
    }

    private static Set<String> configured(Map<String, Object> template, Map<String, Object> function, String role) {
        var table = Actions.read();
        var actions = new TreeSet<String>();
        if (function.containsKey("LoggingConfig")) {
            actions.addAll(table.of("configuration:LoggingConfig", ""));
        }
        if (function.containsKey("VpcConfig")) {
            actions.addAll(table.of("configuration:VpcConfig", ""));
        }
        var parameters = Tree.map(template, "Parameters").keySet();
        if (parameters.contains("KmsKeyArns")) {
            actions.addAll(table.of("configuration:KmsKeyArns", role.equals("HistoryRole") ? "CreateTable" : ""));
        }
        if (parameters.stream().anyMatch(name -> name.endsWith("TableRole"))) {
            actions.addAll(table.of("configuration:TableRole", ""));
        }
        return actions;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyRoleIsUnderTheBoundaryAndNamesItsResources(Path file) {
        var template = Tree.read(file);
        Tree.resources(template, "AWS::IAM::Role").forEach((id, role) -> {
            var boundary = Tree.list(Tree.map(Tree.map(role, "Properties"), "PermissionsBoundary"), "Fn::If");
            assertEquals(Map.of("Ref", "PermissionsBoundary"), boundary.get(1), id);
        });
        for (var right : Right.of(file.toString(), template)) {
            assertTrue(!right.action().contains("*"), right::toString);
            assertEquals(
                    right.policy().equals("NetworkInterfaces"),
                    right.resources().contains("*"),
                    right::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void functionsLogToAGroupOfTheirOwnThatForgets(Path file) {
        var template = Tree.read(file);
        var group = Tree.at(Tree.resources(template, "AWS::Logs::LogGroup"), "LogGroup");
        assertEquals(
                Map.of("Ref", "LogRetentionDays"), Tree.map(group, "Properties").get("RetentionInDays"));
        Tree.resources(template, "AWS::Serverless::Function").forEach((id, function) -> {
            var properties = Tree.map(function, "Properties");
            assertEquals(Map.of("LogGroup", Map.of("Ref", "LogGroup")), properties.get("LoggingConfig"), id);
            assertEquals(id.equals("WorkerFunction"), properties.containsKey("VpcConfig"), id);
        });
        assertEquals(
                List.of(),
                Tree.map(template, "Resources").keySet().stream()
                        .filter(id -> id.endsWith("Group") && !id.equals("LogGroup"))
                        .toList());
    }
}
