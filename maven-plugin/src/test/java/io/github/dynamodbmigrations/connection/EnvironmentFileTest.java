package io.github.dynamodbmigrations.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.launch.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void whatIsSaidForDeployGoesBeforeWhatIsSaidForAll() throws IOException {
        write("""
                version = 0.1
                [prod.global.parameters]
                region = "eu-west-1"
                profile = "ops"
                [prod.deploy.parameters]
                region = "eu-central-1"
                stack_name = "shop"
                """);
        assertEquals(
                new Environment(Optional.of("eu-central-1"), Optional.of("ops"), Optional.of("shop"), Map.of()),
                environment("prod"));
    }

    @Test
    void parametersAreReadFromOneText() throws IOException {
        write("""
                [default.deploy.parameters]
                parameter_overrides = 'CustomersTable=prod-customers HistoryTable="prod history" WriteUnits=200 Empty= Quote="a \\"b\\""'
                """);
        var environment = environment("default");
        assertEquals(Map.of("Customers", "prod-customers"), environment.tables());
        assertEquals(Optional.of("prod history"), environment.historyTable());
        assertEquals(Optional.of("200"), environment.parameter("WriteUnits"));
        assertEquals(Optional.empty(), environment.parameter("Empty"));
        assertEquals(Optional.of("a \"b\""), environment.parameter("Quote"));
    }

    @Test
    void theRoleOfATableIsNoTable() throws IOException {
        write("""
                [default.deploy.parameters]
                parameter_overrides = "CustomersTableRole=arn:aws:iam::222222222222:role/m OrdersTableRole="
                """);
        var environment = environment("default");
        assertEquals(Map.of(), environment.tables());
        assertEquals(Map.of("Customers", "arn:aws:iam::222222222222:role/m"), environment.tableRoles());
    }

    @Test
    void parametersAreReadFromAList() throws IOException {
        write("""
                [default.deploy.parameters]
                parameter_overrides = ["CustomersTable=a", "ParameterKey=OrdersTable,ParameterValue='b c'"]
                """);
        assertEquals(
                Map.of("Customers", "a", "Orders", "b c"),
                environment("default").tables());
    }

    @Test
    void theFileOfTheModuleGoesBeforeThatOfTheBuild() throws IOException {
        write("[default.deploy.parameters]\nregion = \"root\"");
        var module = Files.createDirectory(directory.resolve("module"));
        assertEquals(
                Optional.of("root"),
                EnvironmentFile.environment(module, directory, "default").region());
        Files.writeString(module.resolve("samconfig.toml"), "[default.deploy.parameters]\nregion = \"own\"");
        assertEquals(
                Optional.of("own"),
                EnvironmentFile.environment(module, directory, "default").region());
    }

    @Test
    void theUsualEnvironmentNeedNotBeThere() throws IOException {
        assertEquals(Environment.NONE, environment("default"));
        write("[prod.deploy.parameters]");
        assertEquals(Environment.NONE, environment("default"));
    }

    @Test
    void anUnknownEnvironmentIsNamedBesideTheKnownOnes() throws IOException {
        write("[prod.deploy.parameters]\n[test.deploy.parameters]");
        assertEquals(
                "DM510 there is no environment 'prdo', it has prod, test: " + directory.resolve("samconfig.toml")
                        + ". Correct -Ddynamodb-migrations.configEnv, or add [prdo.deploy.parameters] to the file.",
                Refusals.of(() -> environment("prdo")));
    }

    @Test
    void anEnvironmentWithoutAFileIsUnknown() {
        var message = Refusals.of(() -> environment("prod"));
        assertTrue(message.startsWith("DM510 there is no environment 'prod', there is no samconfig.toml"), message);
    }

    @Test
    void whatIsNoParameterIsNamed() throws IOException {
        write("[default.deploy.parameters]\nparameter_overrides = 'A=1 Customers'");
        var message = Refusals.of(() -> environment("default"));
        assertTrue(message.startsWith("DM511 parameter_overrides: 'Customers' is no Key=Value: "), message);
    }

    @Test
    void aDamagedFileIsNamedWithThePlace() throws IOException {
        write("[default.deploy\n");
        var message = Refusals.of(() -> environment("default"));
        assertTrue(message.startsWith("DM511 ") && message.contains("line 1"), message);
    }

    private Environment environment(String name) {
        return EnvironmentFile.environment(directory, directory, name);
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("samconfig.toml"), text);
    }
}
