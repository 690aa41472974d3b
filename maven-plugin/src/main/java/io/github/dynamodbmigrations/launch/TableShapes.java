package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.sam.DeclaredTable;
import io.github.dynamodbmigrations.sam.SamTemplate;
import io.github.dynamodbmigrations.sam.TableShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Knows what the tables that migrations name look like: from {@code <table>.table.json} among the fixtures, else from the
 * project's template.
 *
 * @param template the template, if the project has one
 * @param fixtures the directory of fixtures, which need not exist
 * @param tables by logical name, the resource's logical id or table name where the template names it otherwise
 */
record TableShapes(Optional<SamTemplate> template, Path fixtures, Map<String, String> tables) {
    private static final String SUFFIX = ".table.json";

    /** The shapes of these tables by name, or all that is wrong with them. */
    Map<String, TableShape> of(Collection<String> names) {
        var shapes = new TreeMap<String, TableShape>();
        var problems = new ArrayList<Problem>();
        for (var name : names) {
            try {
                shapes.put(name, of(name));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return shapes;
    }

    private TableShape of(String name) {
        var file = fixtures.resolve(name + SUFFIX);
        return Files.isRegularFile(file)
                ? TableShape.read(file)
                : template.flatMap(known -> declared(known, name).map(known::shape))
                        .orElseThrow(() -> unknown(name, file));
    }

    private Optional<DeclaredTable> declared(SamTemplate known, String name) {
        return Optional.ofNullable(tables.get(name))
                .flatMap(mapped -> known.table(mapped).or(() -> known.tableNamed(mapped)))
                .or(() -> known.table(name));
    }

    private ProblemException unknown(String name, Path file) {
        return new ProblemException(
                ProblemCode.TABLE_NOT_DECLARED,
                "keys of table " + name + " are not known",
                template.map(TableShapes::found).orElse("the project has no template.yaml"),
                "Declare it as " + name + " or " + name + "Table, say which it is with <tables><" + name
                        + ">LogicalId</" + name + "></tables>, set <templateFile>, or write " + file + ".");
    }

    private static String found(SamTemplate template) {
        var declared = template.tables().stream().map(DeclaredTable::logicalId).collect(Collectors.joining(", "));
        var unseen = String.join(", ", template.notFollowed());
        return template.file() + " declares " + (declared.isEmpty() ? "no table" : declared)
                + (unseen.isEmpty() ? "" : ", and what is in " + unseen + " is not looked at");
    }
}
