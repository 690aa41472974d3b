package io.github.dynamodbmigrations.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;

/** The text of annotations that are visible at run time, without those elements of the API that shape no result. */
final class AnnotationText {
    private static final String API = "Lio/github/dynamodbmigrations/";

    /** Whole annotations, or elements of them, that may change freely (protocols, P6). */
    private static final Set<String> LEFT_OUT = Set.of(
            API + "Throttle;",
            API + "Grants;",
            API + "Migration;.description",
            API + "Migration;.deploymentTimeout",
            API + "Migration;.onChange");

    private final InstructionText constants;

    AnnotationText(InstructionText constants) {
        this.constants = constants;
    }

    String of(@Nullable List<AnnotationNode> annotations) {
        if (annotations == null) {
            return "";
        }
        return annotations.stream()
                .filter(it -> !LEFT_OUT.contains(it.desc))
                .map(this::annotation)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private String annotation(AnnotationNode annotation) {
        Map<String, String> elements = new TreeMap<>();
        List<Object> values = annotation.values == null ? List.of() : annotation.values;
        for (int i = 0; i < values.size(); i += 2) {
            String element = (String) values.get(i);
            if (!LEFT_OUT.contains(annotation.desc + "." + element)) {
                elements.put(element, value(values.get(i + 1)));
            }
        }
        return "@" + annotation.desc + elements;
    }

    /** The value of an element. */
    String value(Object value) {
        if (value instanceof AnnotationNode nested) {
            return annotation(nested);
        }
        if (value instanceof String[] enumConstant) {
            return enumConstant[0] + enumConstant[1];
        }
        return value instanceof List<?> list
                ? list.stream().map(this::value).toList().toString()
                : constants.constant(value);
    }
}
