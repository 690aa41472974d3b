package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Some compilers store a value in a local variable only to read it, once, with the next instruction. */
final class Temporaries {
    private static final int LOAD_TO_STORE = Opcodes.ISTORE - Opcodes.ILOAD;

    private Temporaries() {}

    static List<Step> removedFrom(MethodNode method, List<Step> steps) {
        if (IntStream.range(0, steps.size()).noneMatch(it -> isStoredAndRead(steps, it))) {
            return steps;
        }
        var kept = new ArrayList<Step>();
        var live = LiveLocals.of(method, steps);
        for (int i = 0; i < steps.size(); i++) {
            if (isStoredAndRead(steps, i) && !live.isReadAfter(i + 1, slotAt(steps, i))) {
                i++;
            } else {
                kept.add(steps.get(i));
            }
        }
        return kept;
    }

    private static boolean isStoredAndRead(List<Step> steps, int position) {
        return slotAt(steps, position) >= 0
                && slotAt(steps, position) == slotAt(steps, position + 1)
                && opcodeAt(steps, position) == opcodeAt(steps, position + 1) + LOAD_TO_STORE;
    }

    private static int slotAt(List<Step> steps, int position) {
        return Step.at(steps, position, VarInsnNode.class).map(it -> it.var).orElse(-1);
    }

    private static int opcodeAt(List<Step> steps, int position) {
        return Step.at(steps, position, VarInsnNode.class)
                .map(it -> it.getOpcode())
                .orElse(-1);
    }
}
