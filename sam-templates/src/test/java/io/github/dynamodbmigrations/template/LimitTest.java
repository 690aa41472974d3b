package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** With {@code -Dlimit.write=true} the largest application is written, for validators to look at. */
class LimitTest {
    private static final Path WRITTEN = Path.of("target", "most");

    /** 2,500 resources, less core's 5 and versions' 15 and their stacks; 11 of each migration and its stack. */
    private static final int MOST = (2_500 - 22) / 12;

    @Test
    void emitsAsManyMigrationsAsOneDeploymentTakes() throws IOException {
        var rendering = SamApplication.render(many(MOST));
        assertEquals(List.of(), rendering.problems());
        assertEquals(4 + 2 * MOST, rendering.files().size());
        if (Boolean.getBoolean("limit.write")) {
            for (var file : rendering.files().entrySet()) {
                var path = WRITTEN.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    @Test
    void refusesOneMoreAndComputesEmitFrom() {
        assertEquals(
                List.of(new Problem(
                        ProblemCode.TOO_MANY_MIGRATIONS,
                        "207 migrations are more than one deployment takes, 2506 resources in all of at most 2500",
                        "template.yaml",
                        "Set <emitFrom>20</emitFrom> where all older versions have succeeded.")),
                SamApplication.render(many(MOST + 1)).problems());
    }

    @Test
    void countsEveryTriggerOfALongWait() {
        var day = Projects.with(many(90), Projects.waiting(Duration.ofHours(24)));
        assertEquals(
                List.of("90 migrations are more than one deployment takes, 3438 resources in all of at most 2500"),
                SamApplication.render(day).problems().stream()
                        .map(Problem::what)
                        .toList());
    }

    @Test
    void refusesMoreParametersThanATemplateTakes() {
        var names = IntStream.range(0, 190).mapToObj(n -> "Parameter" + n).toArray(String[]::new);
        var rendering = SamApplication.render(Projects.of(Variant.parameters(Projects.splitFullName(), names)));
        assertEquals(
                List.of("1 migrations are more than one deployment takes, 211 parameters of at most 200"),
                rendering.problems().stream().map(Problem::what).toList());
    }

    @Test
    void putsTablesThatTheVersionMachinesRoleHasNoRoomForIntoPoliciesOfTheirOwn() {
        var rendering = SamApplication.render(Projects.of(IntStream.rangeClosed(1, 21)
                .mapToObj(n ->
                        Variant.table(Variant.version(Projects.splitFullName(), 10L * n), "Table%02d".formatted(n)))
                .toArray(MigrationModel[]::new)));
        assertEquals(List.of(), rendering.problems());
        assertEquals(
                List.of("Tables2Policy", "Tables3Policy"),
                Yaml.names(Projects.file(rendering, VersionsTemplate.PATH), "Resources").stream()
                        .filter(name -> name.endsWith("Policy"))
                        .sorted()
                        .toList());
    }

    @Test
    void refusesPoliciesThatIamWouldNotTake() {
        var resources = IntStream.range(0, 300)
                .mapToObj(n -> "\"arn:aws:s3:::a-bucket-with-a-long-name/%d\"".formatted(n))
                .collect(Collectors.joining(","));
        var grants =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":[%s]}]}"
                        .formatted(resources);
        var problems = SamApplication.render(Projects.of(Variant.grants(Projects.loadRates(), grants)))
                .problems();
        assertEquals(
                List.of(ProblemCode.TOO_LARGE),
                problems.stream().map(Problem::code).toList());
    }

    /** Versions 10, 20, 30 and so on. */
    private static ProjectModel many(int count) {
        return Projects.of(LongStream.rangeClosed(1, count)
                .mapToObj(n -> Variant.version(Projects.splitFullName(), 10 * n))
                .toArray(MigrationModel[]::new));
    }
}
