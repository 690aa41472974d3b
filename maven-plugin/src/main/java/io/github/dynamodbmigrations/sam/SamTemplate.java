package io.github.dynamodbmigrations.sam;

import io.github.dynamodbmigrations.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The project's SAM or CloudFormation template, as far as tables go. */
public final class SamTemplate {
    private static final String SIMPLE_TABLE = "AWS::Serverless::SimpleTable";
    private static final Set<String> TABLES =
            Set.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable", SIMPLE_TABLE);
    private static final Set<String> NESTED = Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");
    private static final List<String> NAMES = List.of("template.yaml", "template.yml", "template.json");

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String ALIAS = "AutoPublishAlias";
    private static final String PROPERTIES = "Properties";

    private final Path file;
    private final Map<String, Object> resources;
    private final Map<String, Object> ofAllFunctions;
    private final Intrinsics intrinsics;
    private final List<DeclaredTable> tables;
    private final List<String> notFollowed;

    private SamTemplate(Path file, Map<String, Object> template, Map<String, Integer> lines) {
        this.file = file;
        this.resources = Maps.child(template, "Resources");
        this.ofAllFunctions = Maps.child(Maps.child(template, "Globals"), "Function");
        this.intrinsics = new Intrinsics(template);
        this.tables = resources.keySet().stream()
                .filter(id -> TABLES.contains(type(id)))
                .map(id -> new DeclaredTable(id, type(id), lines.getOrDefault(id, 1)))
                .toList();
        this.notFollowed = Stream.concat(includes(template), unseen()).toList();
    }

    /** Where a module's template is: the first of the usual names in its directory, else in one above, up to a root. */
    public static Optional<Path> locate(Path module, Path root) {
        var directories = new ArrayList<Path>();
        for (var at = module; at != null && at.startsWith(root); at = at.getParent()) {
            directories.add(at);
        }
        if (directories.isEmpty()) {
            directories.add(module);
        }
        return directories.stream()
                .flatMap(directory -> NAMES.stream().map(directory::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Reads a template, YAML or JSON.
     *
     * @throws ProblemException if the file is missing or is neither
     */
    public static SamTemplate read(Path file) {
        var reader = new TemplateReader(file);
        var root = reader.compose();
        return new SamTemplate(file, reader.map(root), lines(root));
    }

    /** Where it was read from. */
    public Path file() {
        return file;
    }

    /** The logical ids of all its resources, in its order. */
    public List<String> resourceIds() {
        return resources.keySet().stream().filter(id -> !id.startsWith("Fn::")).toList();
    }

    /**
     * The logical ids of the aliases that SAM makes of its functions: a function has its new code before its callers reach that
     * through the alias.
     */
    public List<String> aliases() {
        return resources.keySet().stream()
                .filter(id -> type(id).equals(FUNCTION))
                .flatMap(id -> alias(id).map(alias -> id + "Alias" + lettersAndDigits(alias)).stream())
                .toList();
    }

    private Optional<String> alias(String function) {
        var properties = Maps.child(Maps.child(resources, function), PROPERTIES);
        return Maps.text(properties, ALIAS).or(() -> Maps.text(ofAllFunctions, ALIAS));
    }

    /** As SAM does, since no other character may stand in a logical id. */
    private static String lettersAndDigits(String alias) {
        return alias.replace('-', 'D').replace('_', 'U');
    }

    /** The tables that it declares, in its order. */
    public List<DeclaredTable> tables() {
        return tables;
    }

    /** The table that a migration means by this name. */
    public Optional<DeclaredTable> table(String name) {
        return tables.stream()
                .filter(table -> table.logicalId().equals(name))
                .findFirst()
                .or(() -> tables.stream().filter(table -> table.isNamed(name)).findFirst());
    }

    /** The table that is deployed under this name, as far as the template says names. */
    public Optional<DeclaredTable> tableNamed(String physicalName) {
        return tables.stream()
                .filter(table -> properties(table).get("TableName") instanceof String name && name.equals(physicalName))
                .findFirst();
    }

    /** What may hide further tables and is not looked into: includes, macros, loops and nested templates. */
    public List<String> notFollowed() {
        return notFollowed;
    }

    /**
     * The shape of one of its tables.
     *
     * @throws ProblemException if the template alone does not say it
     */
    public TableShape shape(DeclaredTable table) {
        var where = file + " line " + table.line() + ", " + table.logicalId();
        var reader = new ShapeReader(
                where, "Give a parameter a Default, or write the shape into <fixtures>/<table>.table.json.");
        var properties = properties(table);
        return table.type().equals(SIMPLE_TABLE) ? reader.simpleTable(properties) : reader.table(properties);
    }

    private Map<String, Object> properties(DeclaredTable table) {
        var resource = Maps.child(resources, table.logicalId());
        return Maps.child(Map.of(PROPERTIES, intrinsics.resolve(Maps.child(resource, PROPERTIES))), PROPERTIES);
    }

    private String type(String id) {
        return Maps.text(Maps.child(resources, id), "Type").orElse("");
    }

    private static Stream<String> includes(Map<String, Object> template) {
        var transform = template.get("Transform");
        return (transform instanceof List<?> list ? list.stream() : Stream.ofNullable(transform))
                .map(one -> one instanceof Map<?, ?> macro ? String.valueOf(macro.get("Name")) : one.toString())
                .filter(name -> !name.startsWith("AWS::Serverless-") && !name.equals("AWS::LanguageExtensions"))
                .map(name -> "Transform " + name);
    }

    private Stream<String> unseen() {
        return resources.keySet().stream()
                .filter(id -> id.startsWith("Fn::") || NESTED.contains(type(id)))
                .map(id -> id.startsWith("Fn::") ? id : type(id) + " " + id);
    }

    private static Map<String, Integer> lines(MappingNode root) {
        var lines = new LinkedHashMap<String, Integer>();
        root.getValue().stream()
                .filter(entry -> isKey(entry.getKeyNode(), "Resources"))
                .map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance)
                .flatMap(resources -> ((MappingNode) resources).getValue().stream())
                .map(NodeTuple::getKeyNode)
                .filter(ScalarNode.class::isInstance)
                .forEach(key -> key.getStartMark()
                        .ifPresent(mark -> lines.put(((ScalarNode) key).getValue(), mark.getLine() + 1)));
        return lines;
    }

    private static boolean isKey(Node node, String name) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(name);
    }
}
