package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** One step of a method body on its way to a form that does not depend on the compiler. */
sealed interface Step {
    /** An instruction, or a label that something refers to. */
    record Instruction(AbstractInsnNode node) implements Step {}

    /** What stands in place of instructions that compilers choose differently. */
    record Text(String text) implements Step {}

    /** A switch over an enum: its constants' names by the keys in the class file. */
    record EnumSwitch(AbstractInsnNode node, Map<Integer, String> constants) implements Step {}

    /** The steps of a method as it stands in the class file, without the labels that nothing refers to. */
    static List<Step> of(MethodNode method) {
        var targets = targetsIn(method);
        var steps = new ArrayList<Step>();
        for (AbstractInsnNode node : method.instructions) {
            boolean isCode = node.getOpcode() >= 0;
            if (isCode || (node instanceof LabelNode label && targets.contains(label))) {
                steps.add(new Instruction(node));
            }
        }
        return steps;
    }

    private static Set<LabelNode> targetsIn(MethodNode method) {
        var targets = new HashSet<LabelNode>();
        for (AbstractInsnNode node : method.instructions) {
            targets.addAll(targetsOf(node));
        }
        for (var block : method.tryCatchBlocks) {
            targets.addAll(List.of(block.start, block.end, block.handler));
        }
        return targets;
    }

    /** The labels that an instruction may jump to. */
    static List<LabelNode> targetsOf(AbstractInsnNode node) {
        var targets = new ArrayList<LabelNode>();
        if (node instanceof JumpInsnNode jump) {
            targets.add(jump.label);
        } else if (node instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        return targets;
    }

    /** The instruction at this position, if there is a plain one of this type. */
    static <N extends AbstractInsnNode> Optional<N> at(List<Step> steps, int position, Class<N> type) {
        return position >= 0
                        && position < steps.size()
                        && steps.get(position) instanceof Instruction plain
                        && type.isInstance(plain.node())
                ? Optional.of(type.cast(plain.node()))
                : Optional.empty();
    }

    /** Whether a plain instruction with this opcode is at this position. */
    static boolean isAt(List<Step> steps, int position, int opcode) {
        return at(steps, position, AbstractInsnNode.class)
                .filter(it -> it.getOpcode() == opcode)
                .isPresent();
    }
}
