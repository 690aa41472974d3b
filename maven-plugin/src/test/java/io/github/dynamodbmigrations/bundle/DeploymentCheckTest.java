package io.github.dynamodbmigrations.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.connection.EnvironmentFile;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentCheckTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void namesTheLinesThatAreMissing() throws IOException {
        assertEquals(
                List.of(
                        "DM618 sam deploy gives up after the usual 60 minutes, and a first deployment of 2 migrations may"
                                + " take 120: samconfig.toml [prod.deploy.parameters]. Write there: max_wait_duration = 120",
                        "DM619 temporary credentials may end before a deployment of up to 120 minutes does: samconfig.toml"
                                + " [prod.deploy.parameters]. Write there, with a role that CloudFormation may assume:"
                                + " role_arn = \"<its ARN>\"",
                        "DM621 the stacks make roles and hold nested SAM templates, which CloudFormation refuses unless it"
                                + " is allowed: samconfig.toml [prod.deploy.parameters]. Write there:"
                                + " capabilities = \"CAPABILITY_IAM CAPABILITY_AUTO_EXPAND\""),
                lines("[prod.deploy.parameters]", 2));
    }

    @Test
    void namesTheLineThatIsTooSmall() throws IOException {
        var line = lines("[prod.deploy.parameters]\nmax_wait_duration = 100\nrole_arn = \"x\"", 2)
                .get(0);
        assertEquals("DM618 sam deploy gives up after 100 minutes, and a first", line.substring(0, 56));
    }

    @Test
    void isContentWithWhatIsEnough() throws IOException {
        var enough = "max_wait_duration = 120\nrole_arn = \"x\"\n";
        var one = "capabilities = \"CAPABILITY_IAM CAPABILITY_AUTO_EXPAND\"";
        var list = "capabilities = [\"CAPABILITY_NAMED_IAM\", \"CAPABILITY_AUTO_EXPAND\"]";
        assertEquals(List.of(), lines("[prod.deploy.parameters]\n" + enough + one, 2));
        assertEquals(List.of(), lines("[prod.global.parameters]\n" + enough + list, 2));
    }

    @Test
    void asksForTheSumOfAllWaits() throws IOException {
        assertEquals(
                "Write there: max_wait_duration = 245",
                lines("", List.of(Duration.ofMinutes(55), Duration.ofMinutes(180)))
                        .get(0)
                        .replaceFirst(".*(?=Write)", ""));
    }

    @Test
    void asksForNothingWhereNothingIsDeployed() throws IOException {
        assertEquals(List.of(), lines("[prod.deploy.parameters]", 0));
    }

    @Test
    void refusesARoleForTheTableOfALedger() throws IOException {
        var role = "parameter_overrides = \"CustomersTableRole=arn:aws:iam::222222222222:role/m\"";
        assertEquals(
                List.of("DM622 V0002_AddInterest declares @Guard(LEDGER), and its table is reached by the role"
                        + " arn:aws:iam::222222222222:role/m: no transaction spans both: samconfig.toml"
                        + " [prod.deploy.parameters]. Declare @Guard(ITEM), or keep the history in the table's account and"
                        + " deploy there, without a role."),
                ledger(role, MigrationModel.Guard.LEDGER));
        assertEquals(List.of(), ledger(role, MigrationModel.Guard.ITEM));
        assertEquals(List.of(), ledger("", MigrationModel.Guard.LEDGER));
    }

    private List<String> ledger(String line, MigrationModel.Guard guard) throws IOException {
        Files.writeString(directory.resolve("samconfig.toml"), "[prod.deploy.parameters]\n" + line);
        var file = EnvironmentFile.find(directory, directory).orElseThrow();
        return new DeploymentCheck(file, "prod")
                .problems(project(guard)).stream()
                        .filter(problem -> problem.code() == ProblemCode.LEDGER_WITH_ROLE)
                        .map(Problem::line)
                        .toList();
    }

    private static ProjectModel project(MigrationModel.Guard guard) {
        var migration = new MigrationModel(
                2,
                "shop.V0002_AddInterest",
                MigrationModel.Kind.ITEM,
                Optional.of("Customers"),
                "",
                Optional.empty(),
                guard,
                new MigrationModel.Writers("version", List.of(), false, false, ""),
                new MigrationModel.Throttle(0, 0, 50),
                new MigrationModel.Uses(false, false),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "STOP",
                "v1:0000000000000001",
                "v1:0000000000000001");
        return new ProjectModel(
                "shop",
                "1.0",
                List.of(migration),
                new ProjectModel.Settings(
                        "java25", "shop-migrations", "pk", "sk", "_migration", 0, 0, Map.of(), Duration.ofMinutes(55)));
    }

    private List<String> lines(String samconfig, int migrations) throws IOException {
        return lines(samconfig, Collections.nCopies(migrations, Duration.ofMinutes(55)));
    }

    private List<String> lines(String samconfig, List<Duration> timeouts) throws IOException {
        Files.writeString(directory.resolve("samconfig.toml"), samconfig);
        var file = EnvironmentFile.find(directory, directory).orElseThrow();
        return new DeploymentCheck(file, "prod")
                .problems(timeouts).stream().map(Problem::line).toList();
    }
}
