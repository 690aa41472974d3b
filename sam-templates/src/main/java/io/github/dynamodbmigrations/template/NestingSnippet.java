package io.github.dynamodbmigrations.template;

import java.util.List;
import java.util.SortedMap;

/** What a project with a SAM template of its own adds to it, so that its stack deploys the migrations too. */
public final class NestingSnippet {
    private NestingSnippet() {}

    /**
     * One resource of the project's template.
     *
     * @param location of the emitted root, seen from the project's template
     * @param tables the logical ids of the template's table resources by the migrations' names for the tables
     * @param others the logical ids of the other resources, which are deployed before the migrations run
     * @return lines of YAML, indented as below {@code Resources:}
     */
    public static String text(String location, SortedMap<String, String> tables, List<String> others) {
        var parameters = Block.of();
        for (var table : tables.entrySet()) {
            parameters = parameters.with(LogicalName.ofTable(table.getKey()), Intrinsic.ref(table.getValue()));
        }
        var properties = Block.of("Location", location);
        var migrations = Block.of("Type", "AWS::Serverless::Application");
        if (!others.isEmpty()) {
            migrations = migrations.with("DependsOn", List.copyOf(others));
        }
        migrations = migrations.with(
                "Properties", tables.isEmpty() ? properties : properties.with("Parameters", parameters));
        return YamlWriter.write(Block.of("Migrations", migrations)).indent(2);
    }
}
