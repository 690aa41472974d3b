package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleClassesTest {
    @TempDir
    Path directory = Path.of("");

    @BeforeEach
    void sourcesAndClasses() throws IOException {
        write("src/com/example/A.java", 100);
        write("classes/com/example/A.class", 100);
        write("generated/com/example/B.java", 100);
        write("classes/com/example/B.class", 200);
        write("src/com/example/package-info.java", 300);
        write("src/notes.txt", 300);
    }

    @Test
    void takesClassesThatAreAsNewAsTheirSources() {
        StaleClasses.refuse(project(), "rehearse");
    }

    @Test
    void namesASourceThatIsNewerThanItsClass() throws IOException {
        write("generated/com/example/B.java", 201);
        assertEquals(
                "DM530 1 source file(s) changed after the last compilation: generated/com/example/B.java. Run mvn"
                        + " process-classes dynamodb-migrations:rehearse, which compiles first.",
                assertThrows(ProblemException.class, () -> StaleClasses.refuse(project(), "rehearse"))
                        .getMessage());
    }

    private void write(String name, long seconds) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000));
    }

    private Project project() {
        var sources = List.of(directory.resolve("src"), directory.resolve("generated"), directory.resolve("none"));
        return new Project(
                "com.example",
                "shop",
                "jar",
                directory,
                sources.get(0),
                directory.resolve("test"),
                sources,
                directory.resolve("classes"),
                directory.resolve("target"),
                List.of());
    }
}
