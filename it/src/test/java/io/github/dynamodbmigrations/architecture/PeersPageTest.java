package io.github.dynamodbmigrations.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/peers.md names for each of the peers' defects a test that there is, or says why it cannot be. */
class PeersPageTest {
    private static final String PAGE = "docs/peers.md";
    private static final int DEFECTS = 38;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyDefectIsThereOnceAndInOrder() {
        assertEquals(IntStream.rangeClosed(1, DEFECTS).boxed().toList(), numbers(Repository.text(PAGE)));
    }

    @Test
    void everyDefectHasATestThatThereIsOrAReason() {
        assertEquals(List.of(), complaints(Repository.text(PAGE)));
    }

    @Test
    void theCheckCanFail() {
        var planted = """
                | 1 | a | nothing |
                | 2 | b | `PeersPageTest.thatThereIsNot` |
                | 3 | c | `NoSuchTest.atAll` |
                | 4 | d | cannot apply: no such thing |
                | 5 | e | `PeersPageTest.theCheckCanFail` |
                """;
        assertEquals(
                List.of(
                        "1 has neither a test nor a reason",
                        "2 names PeersPageTest.thatThereIsNot",
                        "3 names NoSuchTest.atAll"),
                complaints(planted));
        assertEquals(List.of(1, 2, 3, 4, 5), numbers(planted));
    }

    private static List<Integer> numbers(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
    }

    private static List<String> complaints(String page) {
        var complaints = new ArrayList<String>();
        ROW.matcher(page).results().forEach(row -> {
            var tests = TEST.matcher(row.group(2)).results().toList();
            if (tests.isEmpty() && !row.group(2).contains("cannot apply: ")) {
                complaints.add(row.group(1) + " has neither a test nor a reason");
            }
            tests.stream()
                    .filter(test -> !isThere(test.group(1), test.group(2)))
                    .forEach(test -> complaints.add(row.group(1) + " names " + test.group(1) + "." + test.group(2)));
        });
        return complaints;
    }

    private static boolean isThere(String type, String method) {
        var declared = Pattern.compile("(void|Stream<DynamicTest>) " + method + "\\(");
        return Repository.files("/" + type + ".java").map(Repository::text).anyMatch(declared.asPredicate());
    }
}
