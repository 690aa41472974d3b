package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes with what: nothing that replaces a resource changes under an unchanged logical id. */
class StabilityTest {
    private static final String DIRECTORY = "v0002-split-full-name/";

    @Test
    void rendersTheSameBytesForTheSameModel() {
        assertEquals(SamApplication.render(Projects.shop()), SamApplication.render(Projects.shop()));
    }

    @Test
    void changesTheDefinitionOnlyWithThePluginAndTheWait() {
        var before = definition(Projects.of(Projects.splitFullName()));
        assertEquals(
                before, definition(Projects.of(Variant.checksum(Projects.splitFullName(), "v1:ffffffffffffffff"))));
        assertEquals(before, definition(Projects.of(Variant.table(Projects.splitFullName(), "Orders"))));
        assertNotEquals(before, definition(Projects.patient()));
        assertNotEquals(
                before,
                definition(new ProjectModel("shop", "1.2.4", List.of(Projects.splitFullName()), Projects.settings())));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void keepsEveryLogicalIdButTheTriggers(MigrationModel changed, int newTriggers) {
        var before = resources(Projects.of(Projects.splitFullName()));
        var after = new TreeSet<>(resources(Projects.of(changed)));
        after.removeAll(before);
        assertEquals(newTriggers, after.size(), after.toString());
        assertEquals(true, after.stream().allMatch(id -> id.startsWith("Trigger")));
    }

    static Stream<Arguments> changes() {
        var migration = Projects.splitFullName();
        return Stream.of(
                arguments(migration, 0),
                arguments(Variant.description(migration, "Other words"), 0),
                arguments(Variant.table(migration, "Orders"), 0),
                arguments(Variant.parameters(migration, "Country"), 0),
                arguments(Variant.checksum(migration, "v1:ffffffffffffffff"), 1));
    }

    @Test
    void chainsAsManyTriggersAsTheWaitNeeds() {
        var triggers = resources(Projects.patient()).stream()
                .filter(id -> id.startsWith("Trigger"))
                .toList();
        assertEquals(
                List.of("Trigger2f6a1c0d01", "Trigger2f6a1c0d02", "Trigger2f6a1c0d03", "Trigger2f6a1c0d04"), triggers);
    }

    @Test
    void aMigrationThatSaysHowLongIsWaitedForLongerThanOthers() {
        var project = Projects.unequal();
        var files = SamApplication.render(project).files();
        assertEquals(
                List.of("Trigger2f6a1c0d01", "Trigger2f6a1c0d02", "Trigger2f6a1c0d03"),
                resources(project).stream()
                        .filter(id -> id.startsWith("Trigger"))
                        .sorted()
                        .toList());
        var timeouts = files.entrySet().stream()
                .filter(file -> file.getKey().matches("v\\d.*\\.asl\\.json"))
                .map(file -> file.getValue().replaceFirst("(?s).*?\"TimeoutSeconds\": (\\d+).*", "$1"))
                .toList();
        assertEquals(List.of("7350", "3450"), timeouts);
    }

    @Test
    void holdsTheWholeWaitAndNoMore() {
        var wait = DeploymentWait.of(Duration.ofHours(3));
        var holds = Stream.of(1, 2, 3, 4).map(wait::hold).toList();
        assertEquals(
                List.of(55L, 55L, 55L, 15L),
                holds.stream().map(Duration::toMinutes).toList());
        assertEquals(4, wait.triggers());
        assertEquals(27, DeploymentWait.of(DeploymentWait.LONGEST).triggers());
        assertEquals(245, DeploymentWait.maxWaitMinutes(List.of(Duration.ofHours(3), Duration.ofMinutes(55))));
    }

    @Test
    void namesDirectoriesAfterVersionAndClass() {
        assertEquals(
                Set.of(
                        "core",
                        "template.yaml",
                        "v0002-split-full-name",
                        "v0003-drop-open-orders",
                        "v0010-load-rates",
                        "versions"),
                Set.copyOf(SamApplication.render(Projects.shop()).files().keySet().stream()
                        .map(path -> path.replaceFirst("/.*", ""))
                        .toList()));
    }

    private static String definition(ProjectModel project) {
        return Projects.file(SamApplication.render(project), DIRECTORY + "statemachine.asl.json");
    }

    private static Set<String> resources(ProjectModel project) {
        return Yaml.names(Projects.file(SamApplication.render(project), DIRECTORY + "template.yaml"), "Resources");
    }
}
