package io.github.dynamodbmigrations.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of columns, as wide as their widest cell; columns whose cells are all numbers are aligned to the right. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    /**
     * A table with headings.
     *
     * @param headings one per column
     */
    public TextTable(String... headings) {
        lines.add(List.of(headings));
    }

    /**
     * Adds a line.
     *
     * @param cells as many as there are headings
     * @return this table
     */
    public TextTable add(String... cells) {
        if (cells.length != lines.get(0).size()) {
            throw new IllegalArgumentException(
                    "a line of " + cells.length + " cells under " + lines.get(0).size() + " headings");
        }
        lines.add(List.of(cells));
        return this;
    }

    /**
     * The table as text.
     *
     * @return its lines, headings first, without trailing blanks
     */
    public List<String> lines() {
        var columns = lines.get(0).size();
        var widths = new int[columns];
        var numeric = new boolean[columns];
        Arrays.fill(numeric, true);
        for (var line : lines) {
            for (var column = 0; column < columns; column++) {
                var cell = line.get(column);
                widths[column] = Math.max(widths[column], cell.length());
                numeric[column] &= line == lines.get(0) || isNumber(cell);
            }
        }
        return lines.stream()
                .map(line -> {
                    var text = new StringBuilder();
                    for (var column = 0; column < columns; column++) {
                        var cell = line.get(column);
                        var fill = " ".repeat(widths[column] - cell.length());
                        text.append(column == 0 ? "" : GAP).append(numeric[column] ? fill + cell : cell + fill);
                    }
                    return text.toString().stripTrailing();
                })
                .toList();
    }

    private static boolean isNumber(String cell) {
        return cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-');
    }
}
