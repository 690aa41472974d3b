package io.github.dynamodbmigrations.bytecode;

import java.util.Optional;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The text of an instruction that has neither labels nor local variables, and of constants. */
final class InstructionText {
    private final NestedNames names;

    InstructionText(NestedNames names) {
        this.names = names;
    }

    String of(AbstractInsnNode node) {
        return intConstant(node).map(this::constant).orElseGet(() -> node.getOpcode() + " " + operands(node));
    }

    private String operands(AbstractInsnNode node) {
        if (node instanceof FieldInsnNode field) {
            return names.map(field.owner) + "." + field.name + names.mapDesc(field.desc);
        }
        if (node instanceof MethodInsnNode method) {
            return names.mapType(method.owner) + "." + method.name + names.mapMethodDesc(method.desc);
        }
        if (node instanceof TypeInsnNode type) {
            return names.mapType(type.desc);
        }
        if (node instanceof LdcInsnNode constant) {
            return constant(constant.cst);
        }
        if (node instanceof IntInsnNode number) {
            return Integer.toString(number.operand);
        }
        if (node instanceof MultiANewArrayInsnNode array) {
            return names.mapDesc(array.desc) + array.dims;
        }
        return node instanceof InvokeDynamicInsnNode call ? dynamic(call) : "";
    }

    private String dynamic(InvokeDynamicInsnNode call) {
        var text = new StringBuilder(call.name)
                .append(names.mapMethodDesc(call.desc))
                .append(constant(call.bsm));
        for (Object argument : call.bsmArgs) {
            text.append(", ").append(constant(argument));
        }
        return text.toString();
    }

    /** A constant with its type; on one line, whatever it holds. */
    String constant(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        if (value instanceof Type type) {
            return "type "
                    + (type.getSort() == Type.METHOD
                            ? names.mapMethodDesc(type.getDescriptor())
                            : names.mapDesc(type.getDescriptor()));
        }
        if (value instanceof Handle handle) {
            return "handle " + handle.getTag() + " " + names.mapType(handle.getOwner()) + "." + handle.getName()
                    + handleType(handle.getDesc());
        }
        if (value instanceof ConstantDynamic dynamic) {
            return "dynamic " + dynamic;
        }
        return value.getClass().getSimpleName() + " " + value;
    }

    private String handleType(String descriptor) {
        return descriptor.startsWith("(") ? names.mapMethodDesc(descriptor) : names.mapDesc(descriptor);
    }

    /** The int that an instruction pushes, in whichever of its four forms. */
    static Optional<Integer> intConstant(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Optional.of(opcode - Opcodes.ICONST_0);
        }
        if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
            return Optional.of(((IntInsnNode) node).operand);
        }
        return node instanceof LdcInsnNode constant && constant.cst instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }
}
