package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a page shows of a command's output: the block below a comment. All of it was printed, in this order; {@code ...}
 * stands for lines that are left out. Names of stacks and tables, times and durations may be others.
 *
 * @param lines of the block
 */
record Shown(List<String> lines) {
    private static final String FENCE = "```";
    private static final String LEFT_OUT = "...";
    private static final String TYPED = "$ ";

    /** What was printed after a command of the block. */
    Shown after(String command) {
        var begin = lines.indexOf(TYPED + command) + 1;
        assertTrue(begin > 0, () -> "there is no command " + command);
        return new Shown(lines.subList(begin, lines.size()));
    }

    /** What is typed in the block. */
    List<String> commands() {
        return lines.stream()
                .filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length()))
                .toList();
    }

    static Shown in(String page, String comment) throws IOException {
        var all = Files.readAllLines(Path.of("..", page));
        var begin = all.indexOf("<!-- " + comment + " -->") + 2;
        assertTrue(begin > 1 && all.get(begin - 1).startsWith(FENCE), () -> page + " has no block '" + comment + "'");
        var end = begin + all.subList(begin, all.size()).indexOf(FENCE);
        return new Shown(List.copyOf(all.subList(begin, end)));
    }

    /** Fails unless the lines stand in an output. */
    void assertPrinted(String output) {
        var printed = output.lines().map(Shown::normal).toList();
        var from = 0;
        for (var line : lines) {
            var wanted = normal(line);
            if (wanted.isEmpty() || wanted.equals(LEFT_OUT) || line.startsWith(TYPED)) {
                continue;
            }
            var at = printed.subList(from, printed.size()).indexOf(wanted);
            assertTrue(at >= 0, () -> "not printed, or not there: " + wanted + "\n" + rest(printed));
            from += at + 1;
        }
    }

    private static String rest(List<String> printed) {
        return String.join("\n", printed);
    }

    private static String normal(String line) {
        return line.replaceAll("orders-[0-9a-f]{8}", "orders")
                .replaceAll("history-[0-9a-f]{8}", "orders-migrations")
                .replaceAll("Orders-[0-9a-f]{8}", "Orders")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+Z?", "(time)")
                .replaceAll("(?<=\\s)(<?\\d+(\\.\\d+)?m?s|\\d+m\\d+s)(?=\\s|$)", "(duration)")
                .replaceAll("\\(duration\\) +[\\d,]+", "(duration) (items)")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
