package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own SAM application, as docs/in-your-application.md leads through it. */
@Deployed
final class ApplicationTest {
    private static final String PAGE = "docs/in-your-application.md";
    private static final String HISTORY = "customers-migrations";
    private static final Pattern OUTPUT = Pattern.compile("Key +(\\w+) *\\n *Description *\\n *Value +(\\S+)");
    private static final String DEPLOYMENT = "every deployment";
    private static final int LEAST_MEANWHILE = 50;
    /** The emulator takes containers away from calls that last while code is updated, and loses answers on a busy machine. */
    private static final int MOST_UNANSWERED = 20;

    @Test
    void renamesAnAttributeAsThePageSaysWhileOldAndNewCodeWrite(@TempDir Path directory) throws IOException {
        var project = UsersProject.copy(Path.of("app").toAbsolutePath(), directory.resolve("customers"), PAGE);
        var first = deployed(project);
        var table = output(first, "Customers");
        var customers = new Customers(table, output(first, "ChangeAddress"));
        try (customers) {
            var before = customers.live();
            customers.useToo(before);
            project.write("expand", "src/main/java/com/example/Address.java");
            deployed(project);
            Stack.await("changes through both", () -> customers.through(before) > LEAST_MEANWHILE);

            migrate(project, customers);

            verify(project, table);
            customers.useToo(customers.live());
            project.write("contract", "src/main/java/com/example/Address.java");
            deployed(project);
        }
        assertEquals(List.of(), customers.wrong());
        var stored = customers.stored("email");
        assertEquals(Customers.COUNT, stored.size());
        assertEquals(List.of(), customers.differences(stored));
        assertTrue(
                customers.unanswered() <= MOST_UNANSWERED, () -> customers.unanswered() + " changes were not answered");
        assertEquals(Map.of(), customers.stored("mail"));
        assertEquals(1, Cloud.history(HISTORY).runs().size());
    }

    private static void migrate(UsersProject project, Customers customers) throws IOException {
        var expanded = customers.live();
        var created = project.type(Shown.in(PAGE, "create").commands().get(0));
        assertPrinted("create", created);
        project.nest(created.output());
        project.write("migrate", "src/main/java/com/example/migrations/V0001_RenameMailToEmail.java");
        project.writeLine("migrate", "src/test/java/com/example/migrations/V0001_RenameMailToEmailTest.java");
        project.write("migrate", "src/main/java/com/example/Address.java");

        try (var draining = new Draining(customers, expanded, HISTORY, LEAST_MEANWHILE)) {
            deployed(project);
            System.out.printf(
                    "meanwhile the function wrote %,d times with the older code and %,d with the newer%n",
                    draining.olderMeanwhile(), draining.newerMeanwhile());
            assertTrue(draining.olderMeanwhile() >= LEAST_MEANWHILE, "the older code hardly wrote meanwhile");
            assertTrue(draining.newerMeanwhile() >= LEAST_MEANWHILE, "the newer code hardly wrote meanwhile");
        }
        assertNoCode(project.directory().resolve(".aws-sam"));
        assertEquals(
                RunState.SUCCEEDED,
                Cloud.history(HISTORY).latest(1).orElseThrow().state());
    }

    private static Sam.Ended deployed(UsersProject project) throws IOException {
        var ended = project.typeAll(DEPLOYMENT);
        assertTrue(ended.succeeded(), ended::toString);
        return ended;
    }

    /** {@code sam build} has neither built nor copied what {@code mvn package} has built. */
    private static void assertNoCode(Path built) throws IOException {
        try (var files = Files.walk(built)) {
            assertEquals(
                    List.of(),
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".yaml") && !file.endsWith("build.toml"))
                            .toList());
        }
    }

    /** Nobody names the table, which CloudFormation has named. */
    private static void verify(UsersProject project, String table) throws IOException {
        var verified = project.type(Shown.in(PAGE, "verify").commands().get(0));
        assertPrinted("verify", verified);
        assertTrue(
                verified.output().contains("table/" + table + ", the one of this history, taken since none was named"),
                verified::toString);
    }

    private static void assertPrinted(String block, Sam.Ended ended) throws IOException {
        assertTrue(ended.succeeded(), ended::toString);
        Shown.in(PAGE, block).assertPrinted(ended.output());
    }

    /** What the stack says, as {@code sam deploy} prints it. */
    private static String output(Sam.Ended deployed, String name) {
        return OUTPUT.matcher(deployed.output())
                .results()
                .filter(found -> found.group(1).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no output " + name + ": " + deployed))
                .group(2);
    }
}
