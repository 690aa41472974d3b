package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** At each step of a method, the local variables that may still be read before they are written. */
final class LiveLocals {
    private final List<Step> steps;
    private final List<List<Integer>> successors = new ArrayList<>();
    private final List<BitSet> before = new ArrayList<>();

    private LiveLocals(List<Step> steps) {
        this.steps = steps;
    }

    static LiveLocals of(MethodNode method, List<Step> steps) {
        var live = new LiveLocals(steps);
        live.connect(method);
        live.settle();
        return live;
    }

    boolean isReadAfter(int position, int slot) {
        return after(position).get(slot);
    }

    private void connect(MethodNode method) {
        Map<LabelNode, Integer> positions = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            int position = i;
            Step.at(steps, i, LabelNode.class).ifPresent(label -> positions.put(label, position));
        }
        for (int i = 0; i < steps.size(); i++) {
            var next = new ArrayList<Integer>();
            AbstractInsnNode node = nodeOf(steps.get(i));
            if (!endsFlow(node) && i + 1 < steps.size()) {
                next.add(i + 1);
            }
            Step.targetsOf(node).forEach(label -> next.add(positions.get(label)));
            successors.add(next);
            before.add(new BitSet());
        }
        for (var block : method.tryCatchBlocks) {
            int end = positions.getOrDefault(block.end, 0);
            for (int i = positions.getOrDefault(block.start, end); i < end; i++) {
                successors.get(i).add(positions.get(block.handler));
            }
        }
    }

    private static AbstractInsnNode nodeOf(Step step) {
        if (step instanceof Step.Instruction plain) {
            return plain.node();
        }
        return step instanceof Step.EnumSwitch enumSwitch ? enumSwitch.node() : new LabelNode();
    }

    private static boolean endsFlow(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH
                || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    }

    private void settle() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = steps.size() - 1; i >= 0; i--) {
                var live = before(i);
                changed |= !live.equals(before.set(i, live));
            }
        }
    }

    private BitSet before(int position) {
        var live = after(position);
        AbstractInsnNode node = nodeOf(steps.get(position));
        if (node instanceof IincInsnNode increment) {
            live.set(increment.var);
        } else if (node instanceof VarInsnNode variable) {
            live.set(variable.var, variable.getOpcode() < Opcodes.ISTORE);
        }
        return live;
    }

    private BitSet after(int position) {
        var live = new BitSet();
        successors.get(position).forEach(next -> live.or(before.get(next)));
        return live;
    }
}
