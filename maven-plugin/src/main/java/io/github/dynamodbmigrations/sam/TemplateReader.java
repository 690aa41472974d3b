package io.github.dynamodbmigrations.sam;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML or JSON as maps, lists and texts. Short tags are written out ({@code !Sub x} becomes {@code Fn::Sub: x}), so
 * that everything after it knows one form only; what is null is left out; numbers and booleans stay the text they are.
 */
final class TemplateReader {
    private static final String MERGE = "<<";

    private final Path file;

    TemplateReader(Path file) {
        this.file = file;
    }

    /** The file's outermost node. */
    MappingNode compose() {
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file.getFileName().toString())
                    .setSchema(new CoreSchema())
                    .build();
            if (new Compose(settings).composeString(text()).orElse(null) instanceof MappingNode mapping) {
                return mapping;
            }
            throw unreadable("holds no mapping", file.toString());
        } catch (MarkedYamlEngineException e) {
            throw unreadable(
                    "is not YAML: " + oneLine(e.getProblem()),
                    at(e.getProblemMark().or(e::getContextMark)));
        } catch (YamlEngineException e) {
            throw unreadable("is not YAML: " + oneLine(e.getMessage()), file.toString());
        } catch (IOException e) {
            throw unreadable(
                    e instanceof NoSuchFileException ? "does not exist" : "cannot be read: " + oneLine(e.getMessage()),
                    file.toString());
        }
    }

    /** A mapping as a map in the file's order. */
    Map<String, Object> map(MappingNode node) {
        refuseRecursion(node);
        var map = new LinkedHashMap<String, Object>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                value(entry.getValueNode()).ifPresent(value -> {
                    if (key.getValue().equals(MERGE) && value instanceof Map<?, ?> merged) {
                        merged.forEach((k, v) -> map.putIfAbsent((String) k, v));
                    } else {
                        map.put(key.getValue(), value);
                    }
                });
            }
        }
        return map;
    }

    private Optional<Object> value(Node node) {
        var tag = node.getTag().getValue();
        return tag.startsWith("!")
                ? untagged(node).map(value -> Map.of(longForm(tag.substring(1)), value))
                : untagged(node);
    }

    private Optional<Object> untagged(Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(map(mapping));
        }
        if (node instanceof SequenceNode sequence) {
            refuseRecursion(node);
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(element -> value(element).ifPresent(list::add));
            return Optional.of(list);
        }
        return node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private static String longForm(String tag) {
        return tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    }

    private void refuseRecursion(Node node) {
        if (node.isRecursive()) {
            throw unreadable("contains itself through an alias", at(node.getStartMark()));
        }
    }

    private String text() throws IOException {
        try {
            var text = Files.readString(file);
            // JSON allows tabs between tokens only, where YAML allows none
            return file.toString().endsWith(".json") ? text.replace('\t', ' ') : text;
        } catch (CharacterCodingException e) {
            throw unreadable("is not UTF-8", file.toString());
        }
    }

    private String at(Optional<Mark> mark) {
        return mark.map(m -> file + " line " + (m.getLine() + 1) + " column " + (m.getColumn() + 1))
                .orElse(file.toString());
    }

    private static ProblemException unreadable(String what, String where) {
        return new ProblemException(
                ProblemCode.TEMPLATE_UNREADABLE, "template " + what, where, "Mend the file, or set <templateFile>.");
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }
}
