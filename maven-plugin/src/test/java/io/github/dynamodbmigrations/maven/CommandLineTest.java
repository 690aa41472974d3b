package io.github.dynamodbmigrations.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final String SCRIPT = "env.MAVEN_CMD_LINE_ARGS";

    private final Properties typed = new Properties();
    private final Properties system = new Properties();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest()
            .setGoals(List.of("process-classes", "dynamodb-migrations:migrate"))
            .setInteractiveMode(true)
            .setUserSettingsFile(new File("/ada/.m2/settings.xml"))
            .setPom(new File("/shop/pom.xml"));

    CommandLineTest() {
        system.setProperty("user.home", "/ada");
        system.setProperty("user.dir", "/shop");
    }

    @Test
    void whatIsUsualIsNotRepeated() {
        assertEquals("mvn process-classes dynamodb-migrations:migrate", line());
    }

    @Test
    void propertiesOfThisPluginAreRepeatedAndQuotedWhereAShellNeedsIt() {
        typed.setProperty("dynamodb-migrations.configEnv", "prod");
        typed.setProperty("dynamodb-migrations.tables.Orders", "prod-orders");
        typed.setProperty("dynamodb-migrations.why", "it's the sale");
        typed.setProperty("maven.repo.local", "/ada/repository");
        assertEquals(
                "mvn process-classes dynamodb-migrations:migrate -Ddynamodb-migrations.configEnv=prod"
                        + " -Ddynamodb-migrations.tables.Orders=prod-orders"
                        + " -Ddynamodb-migrations.why='it'\\''s the sale' -Dmaven.repo.local=/ada/repository",
                line());
    }

    @Test
    void valuesOfOthersAreNot() {
        typed.setProperty("aws.accessKeyId", "AKIA1");
        typed.setProperty("aws.secretAccessKey", "hidden");
        typed.setProperty("gpg.passphrase", "hidden");
        typed.setProperty("dynamodb-migrations.profile", "prod");
        system.setProperty(SCRIPT, " -Daws.accessKeyId=AKIA1 -Daws.secretAccessKey=hidden -Dgpg.passphrase=hidden");
        var line = line();
        assertFalse(line.contains("hidden") || line.contains("AKIA1"), line);
        assertEquals(
                "mvn process-classes dynamodb-migrations:migrate -Daws.accessKeyId=<value> -Daws.secretAccessKey=<value>"
                        + " -Ddynamodb-migrations.profile=prod -Dgpg.passphrase=<value>",
                line);
    }

    @Test
    void whatWasNotTypedIsThereTheNextTimeToo() {
        typed.setProperty("revision", "7");
        system.setProperty(SCRIPT, " process-classes dynamodb-migrations:migrate");
        assertEquals("mvn process-classes dynamodb-migrations:migrate", line());
    }

    @Test
    void modulesProfilesAndFilesAreRepeated() {
        request.setSelectedProjects(List.of("migrations"))
                .setActiveProfiles(List.of("aws", "prod"))
                .setMakeBehavior("make-upstream")
                .setInteractiveMode(false)
                .setUserSettingsFile(new File("/shop/settings of ours.xml"))
                .setPom(new File("/shop/all/pom.xml"));
        assertEquals(
                "mvn -B -s '/shop/settings of ours.xml' -f /shop/all/pom.xml -pl migrations -am -P aws,prod"
                        + " process-classes dynamodb-migrations:migrate",
                line());
    }

    private String line() {
        return CommandLine.of(request.setUserProperties(typed).setSystemProperties(system));
    }
}
