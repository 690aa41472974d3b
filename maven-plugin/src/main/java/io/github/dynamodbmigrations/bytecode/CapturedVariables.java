package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Local and anonymous classes receive what they capture as further constructor parameters, and keep it in synthetic
 * fields. Compilers order them differently, and read now the field, now the parameter; here they only have their names.
 */
final class CapturedVariables {
    private static final String CONSTRUCTOR = "<init>";
    private static final String VALUE = "val$";
    private static final String OUTER = "this$";

    private final ClassIndex index;
    private final NestedNames names;
    private final Map<String, List<String>> capturesByClass = new HashMap<>();

    CapturedVariables(ClassIndex index, NestedNames names) {
        this.index = index;
        this.names = names;
    }

    static boolean isCapture(String field) {
        return field.startsWith(VALUE) || field.startsWith(OUTER);
    }

    /** The steps with captured variables by name, and without their passing on into fields. */
    List<Step> normalise(ClassNode owner, MethodNode method, List<Step> steps) {
        Map<Integer, String> parameters =
                method.name.equals(CONSTRUCTOR) ? capturedParameters(owner, method) : Map.of();
        var normal = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            if (isFieldInitialisation(owner, method, steps, i)) {
                i += 2;
            } else if (readsCapture(owner, steps, i)) {
                normal.add(captured(Step.at(steps, i + 1, FieldInsnNode.class).orElseThrow().name));
                i++;
            } else {
                normal.add(readOfParameter(steps, i, parameters).orElse(steps.get(i)));
                orderArguments(normal);
            }
        }
        return normal;
    }

    private static Step captured(String name) {
        return new Step.Text("captured " + name);
    }

    /** {@code this.val$x = x}. */
    private static boolean isFieldInitialisation(ClassNode owner, MethodNode method, List<Step> steps, int position) {
        return method.name.equals(CONSTRUCTOR)
                && readsThis(steps, position)
                && Step.at(steps, position + 1, VarInsnNode.class).isPresent()
                && accessesCapture(owner, steps, position + 2, Opcodes.PUTFIELD);
    }

    private static boolean readsCapture(ClassNode owner, List<Step> steps, int position) {
        return readsThis(steps, position) && accessesCapture(owner, steps, position + 1, Opcodes.GETFIELD);
    }

    private static boolean readsThis(List<Step> steps, int position) {
        return Step.at(steps, position, VarInsnNode.class)
                .filter(it -> it.getOpcode() == Opcodes.ALOAD && it.var == 0)
                .isPresent();
    }

    private static boolean accessesCapture(ClassNode owner, List<Step> steps, int position, int opcode) {
        return Step.at(steps, position, FieldInsnNode.class)
                .filter(it -> it.getOpcode() == opcode && it.owner.equals(owner.name) && isCapture(it.name))
                .isPresent();
    }

    private static Optional<Step> readOfParameter(List<Step> steps, int position, Map<Integer, String> parameters) {
        return Step.at(steps, position, VarInsnNode.class)
                .flatMap(it -> Optional.ofNullable(parameters.get(it.var)))
                .map(CapturedVariables::captured);
    }

    /** By slot, the names of the parameters that become fields. */
    private Map<Integer, String> capturedParameters(ClassNode owner, MethodNode constructor) {
        var slots = new HashMap<>(fieldsBySlot(owner, constructor));
        var captures = capturesOf(owner.name);
        var parameters = Type.getArgumentTypes(constructor.desc);
        int slot = 1;
        for (int i = 0; i < parameters.length; i++) {
            int fromEnd = captures.size() - (parameters.length - i);
            if (fromEnd >= 0) {
                slots.put(slot, captures.get(fromEnd));
            }
            slot += parameters[i].getSize();
        }
        return slots;
    }

    private static Map<Integer, String> fieldsBySlot(ClassNode owner, MethodNode constructor) {
        var steps = Step.of(constructor);
        var slots = new TreeMap<Integer, String>();
        for (int i = 0; i < steps.size(); i++) {
            if (isFieldInitialisation(owner, constructor, steps, i)) {
                int slot = Step.at(steps, i + 1, VarInsnNode.class).orElseThrow().var;
                slots.put(slot, Step.at(steps, i + 2, FieldInsnNode.class).orElseThrow().name);
            }
        }
        return slots;
    }

    /** The captured values of a class in the order in which its constructors take them, after their own parameters. */
    private List<String> capturesOf(String className) {
        return capturesByClass.computeIfAbsent(
                className,
                name -> index.projectClass(name)
                        .filter(file -> file.declarations().fields.stream().anyMatch(CapturedVariables::isValue))
                        .map(file -> capturesOf(file.code()))
                        .orElse(List.of()));
    }

    private static boolean isValue(FieldNode field) {
        return (field.access & Opcodes.ACC_SYNTHETIC) != 0 && field.name.startsWith(VALUE);
    }

    private static List<String> capturesOf(ClassNode owner) {
        return owner.methods.stream()
                .filter(it -> it.name.equals(CONSTRUCTOR))
                .map(it -> fieldsBySlot(owner, it).values().stream()
                        .filter(field -> field.startsWith(VALUE))
                        .toList())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** After a call of a constructor that takes captured values: sorts its last arguments by their names. */
    private void orderArguments(List<Step> steps) {
        int last = steps.size() - 1;
        var call = Step.at(steps, last, MethodInsnNode.class).filter(it -> it.name.equals(CONSTRUCTOR));
        var captures = call.map(it -> capturesOf(it.owner)).orElse(List.of());
        int first = last - captures.size();
        if (captures.isEmpty()
                || first < 0
                || !steps.subList(first, last).stream().allMatch(this::isSimpleRead)) {
            return;
        }
        var arguments = new TreeMap<String, Step>();
        for (int i = 0; i < captures.size(); i++) {
            arguments.put(captures.get(i), steps.get(first + i));
        }
        steps.subList(first, steps.size()).clear();
        steps.addAll(arguments.values());
        var constructor = call.orElseThrow();
        steps.add(new Step.Text(
                "construct " + names.map(constructor.owner) + parameters(constructor.owner, constructor.desc)));
    }

    private boolean isSimpleRead(Step step) {
        return step instanceof Step.Text
                || (step instanceof Step.Instruction plain && plain.node() instanceof VarInsnNode);
    }

    /** The parameters of a constructor: its own by their types, what it captures by name. */
    String parameters(String owner, String descriptor) {
        var captures = capturesOf(owner);
        var all = Type.getArgumentTypes(descriptor);
        var own = Arrays.copyOf(all, Math.max(0, all.length - captures.size()));
        return names.mapMethodDesc(Type.getMethodDescriptor(Type.VOID_TYPE, own))
                + (captures.isEmpty() ? "" : captures.stream().sorted().toList().toString());
    }
}
