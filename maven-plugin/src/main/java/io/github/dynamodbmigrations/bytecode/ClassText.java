package io.github.dynamodbmigrations.bytecode;

import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The text of one class: what it declares, and its bodies. Members are sorted, since their order means nothing. */
final class ClassText {
    private static final int CLASS_FLAGS =
            Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ENUM | Opcodes.ACC_ANNOTATION;
    private static final int MEMBER_FLAGS = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_NATIVE;
    private static final int FIELD_FLAGS = MEMBER_FLAGS | Opcodes.ACC_VOLATILE | Opcodes.ACC_TRANSIENT;
    private static final int METHOD_FLAGS = MEMBER_FLAGS | Opcodes.ACC_SYNCHRONIZED;

    private final ClassNode node;
    private final NestedNames names;
    private final CapturedVariables captured;
    private final BodyText bodies;
    private final AnnotationText annotations;

    ClassText(ClassNode node, NestedNames names, CapturedVariables captured, EnumSwitches switches) {
        this.node = node;
        this.names = names;
        this.captured = captured;
        this.bodies = new BodyText(node, names, captured, switches);
        this.annotations = new AnnotationText(bodies.instructions());
    }

    void write(StringBuilder text) {
        line(text, "class", node.access & CLASS_FLAGS, names.map(node.name), inherited(), node.visibleAnnotations);
        if (node.recordComponents != null) {
            node.recordComponents.forEach(
                    it -> line(text, "component", 0, it.name, names.mapDesc(it.descriptor), it.visibleAnnotations));
        }
        node.fields.stream()
                .filter(it -> (it.access & Opcodes.ACC_SYNTHETIC) == 0)
                .sorted(Comparator.comparing(it -> it.name))
                .forEach(it -> write(it, text));
        node.methods.stream()
                .filter(it -> !isInlined(it))
                .sorted(Comparator.comparing(it -> it.name + it.desc))
                .forEach(it -> write(it, text));
    }

    private String inherited() {
        var interfaces = node.interfaces.stream().map(names::map).toList();
        var permitted = node.permittedSubclasses == null
                ? List.<String>of()
                : node.permittedSubclasses.stream().map(names::map).sorted().toList();
        String superName = node.superName == null ? "" : names.map(node.superName);
        return superName + interfaces + permitted;
    }

    /** Bodies of lambdas stand where they are made; what restores a serialised lambda only repeats them. */
    private static boolean isInlined(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0
                && (method.name.startsWith("lambda$") || method.name.equals("$deserializeLambda$"));
    }

    private void write(FieldNode field, StringBuilder text) {
        String constant = field.value == null ? "" : bodies.instructions().constant(field.value);
        line(
                text,
                "field",
                field.access & FIELD_FLAGS,
                field.name,
                names.mapDesc(field.desc) + constant,
                field.visibleAnnotations);
    }

    private void write(MethodNode method, StringBuilder text) {
        String parameters = method.name.equals("<init>")
                ? captured.parameters(node.name, method.desc)
                : names.mapMethodDesc(method.desc);
        line(text, "method", method.access & METHOD_FLAGS, method.name, parameters, method.visibleAnnotations);
        if (method.visibleParameterAnnotations != null) {
            for (var parameter : method.visibleParameterAnnotations) {
                text.append("parameter ").append(annotations.of(parameter)).append('\n');
            }
        }
        if (method.annotationDefault != null) {
            text.append("default ")
                    .append(annotations.value(method.annotationDefault))
                    .append('\n');
        }
        bodies.write(method, text);
    }

    private void line(
            StringBuilder text, String what, int flags, String name, String type, List<AnnotationNode> visible) {
        text.append(what)
                .append(' ')
                .append(Integer.toHexString(flags))
                .append(' ')
                .append(name)
                .append(' ');
        text.append(type).append(' ').append(annotations.of(visible)).append('\n');
    }
}
