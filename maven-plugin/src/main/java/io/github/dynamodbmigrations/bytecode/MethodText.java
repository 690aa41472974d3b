package io.github.dynamodbmigrations.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The text of one method body: labels and local variables are numbered as they come, lambdas stand where they are made. */
final class MethodText {
    private final BodyText bodies;
    private final MethodNode method;
    private final List<Step> steps;
    private final StringBuilder text;
    private final Map<Integer, String> locals = new HashMap<>();
    private final Map<LabelNode, String> labels = new HashMap<>();

    MethodText(BodyText bodies, MethodNode method, List<Step> steps, StringBuilder text) {
        this.bodies = bodies;
        this.method = method;
        this.steps = steps;
        this.text = text;
    }

    void write() {
        nameParameters();
        numberLabels();
        steps.forEach(this::write);
        for (var block : method.tryCatchBlocks) {
            String type = block.type == null ? "any" : bodies.names().map(block.type);
            line("try " + label(block.start) + " " + label(block.end) + " " + label(block.handler) + " " + type);
        }
    }

    private void nameParameters() {
        int slot = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            locals.put(slot++, "this");
        }
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            locals.put(slot, "p" + slot);
            slot += parameter.getSize();
        }
    }

    /** Labels at one place are one; places are counted in instructions, so that labels nearby change nothing. */
    private void numberLabels() {
        int position = 0;
        for (Step step : steps) {
            if (step instanceof Step.Instruction plain && plain.node() instanceof LabelNode label) {
                labels.put(label, "L" + position);
            } else {
                position++;
            }
        }
    }

    private void write(Step step) {
        if (step instanceof Step.Text given) {
            line(given.text());
        } else if (step instanceof Step.EnumSwitch enumSwitch) {
            writeSwitch(enumSwitch.node(), enumSwitch.constants());
        } else if (step instanceof Step.Instruction plain) {
            write(plain.node());
        }
    }

    private void write(AbstractInsnNode node) {
        if (node instanceof VarInsnNode variable) {
            line(node.getOpcode() + " " + local(variable.var));
        } else if (node instanceof IincInsnNode increment) {
            line(node.getOpcode() + " " + local(increment.var) + " " + increment.incr);
        } else if (node instanceof JumpInsnNode jump) {
            line(node.getOpcode() + " " + label(jump.label));
        } else if (node instanceof TableSwitchInsnNode || node instanceof LookupSwitchInsnNode) {
            writeSwitch(node, Map.of());
        } else if (node instanceof InvokeDynamicInsnNode call && bodies.isLambda(call)) {
            bodies.writeLambda(call, text);
        } else if (!(node instanceof LabelNode)) {
            line(bodies.instructions().of(node));
        }
    }

    private void writeSwitch(AbstractInsnNode node, Map<Integer, String> names) {
        var cases = new TreeMap<String, String>();
        casesOf(node).forEach((key, target) -> cases.put(names.getOrDefault(key, "int " + key), label(target)));
        var otherwise = node instanceof TableSwitchInsnNode table ? table.dflt : ((LookupSwitchInsnNode) node).dflt;
        cases.values().removeIf(label(otherwise)::equals);
        line("switch " + cases + " default " + label(otherwise));
    }

    private static Map<Integer, LabelNode> casesOf(AbstractInsnNode node) {
        var cases = new TreeMap<Integer, LabelNode>();
        if (node instanceof TableSwitchInsnNode table) {
            table.labels.forEach(label -> cases.put(table.min + cases.size(), label));
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            for (int i = 0; i < lookup.keys.size(); i++) {
                cases.put(lookup.keys.get(i), lookup.labels.get(i));
            }
        }
        return cases;
    }

    private String local(int slot) {
        return locals.computeIfAbsent(slot, key -> "v" + locals.size());
    }

    private String label(LabelNode label) {
        return labels.getOrDefault(label, "nowhere");
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
