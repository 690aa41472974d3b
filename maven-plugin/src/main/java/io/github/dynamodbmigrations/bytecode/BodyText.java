package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The text of the method bodies of one class. Compilers number the methods that hold the bodies of lambdas, order them,
 * and may give equal ones only one; here each body stands in place of its number.
 */
final class BodyText {
    private final ClassNode owner;
    private final NestedNames names;
    private final CapturedVariables captured;
    private final EnumSwitches switches;
    private final InstructionText instructions;
    private final Deque<MethodNode> open = new ArrayDeque<>();

    BodyText(ClassNode owner, NestedNames names, CapturedVariables captured, EnumSwitches switches) {
        this.owner = owner;
        this.names = names;
        this.captured = captured;
        this.switches = switches;
        this.instructions = new InstructionText(names);
    }

    NestedNames names() {
        return names;
    }

    InstructionText instructions() {
        return instructions;
    }

    void write(MethodNode method, StringBuilder text) {
        open.push(method);
        var steps = captured.normalise(owner, method, Step.of(method));
        new MethodText(this, method, Temporaries.removedFrom(method, switches.normalise(steps)), text).write();
        open.pop();
    }

    boolean isLambda(InvokeDynamicInsnNode call) {
        return lambdaBody(call).filter(it -> !open.contains(it)).isPresent();
    }

    /** The functional interface's method, what is captured, and the body. */
    void writeLambda(InvokeDynamicInsnNode call, StringBuilder text) {
        text.append("lambda ").append(call.name).append(names.mapMethodDesc(call.desc));
        for (Object argument : call.bsmArgs) {
            if (!(argument instanceof Handle handle && handle.getOwner().equals(owner.name))) {
                text.append(' ').append(instructions.constant(argument));
            }
        }
        text.append(" {\n");
        lambdaBody(call).ifPresent(body -> write(body, text));
        text.append("}\n");
    }

    private Optional<MethodNode> lambdaBody(InvokeDynamicInsnNode call) {
        for (Object argument : call.bsmArgs) {
            if (argument instanceof Handle handle && handle.getOwner().equals(owner.name)) {
                return owner.methods.stream()
                        .filter(it -> it.name.equals(handle.getName()) && it.desc.equals(handle.getDesc()))
                        .filter(it -> (it.access & Opcodes.ACC_SYNTHETIC) != 0)
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
