package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * A switch over an enum goes either through the constants' ordinals, or through an array {@code $SwitchMap$...} in a
 * synthetic class; newer compilers choose the former where the enum is nested in the same class. Here its cases have the
 * names of the constants.
 */
final class EnumSwitches {
    private static final String MAP = "$SwitchMap$";

    private final ClassIndex index;
    private final Map<String, Map<String, Map<Integer, String>>> maps = new HashMap<>();

    EnumSwitches(ClassIndex index) {
        this.index = index;
    }

    /** Whether the class holds nothing but such arrays. */
    static boolean isMapHolder(ClassFile file) {
        return file.has(Opcodes.ACC_SYNTHETIC)
                && file.declarations().fields.stream().anyMatch(it -> it.name.startsWith(MAP));
    }

    /** The steps with enum switches by name. */
    List<Step> normalise(List<Step> steps) {
        var normal = new ArrayList<Step>();
        Deque<FieldInsnNode> open = new ArrayDeque<>();
        for (int i = 0; i < steps.size(); i++) {
            var map = Step.at(steps, i, FieldInsnNode.class).filter(it -> it.name.startsWith(MAP));
            if (map.isPresent()) {
                open.push(map.get());
            } else if (isSwitch(steps, i) && enumBefore(steps, i - 1).isPresent()) {
                normal.add(byName(
                        steps.get(i), constantsOf(enumBefore(steps, i - 1).get())));
            } else if (!open.isEmpty()
                    && Step.isAt(steps, i, Opcodes.IALOAD)
                    && isSwitch(steps, i + 1)
                    && enumBefore(steps, i - 1).isPresent()) {
                normal.add(byName(steps.get(i + 1), mapped(open.pop())));
                i++;
            } else {
                normal.add(steps.get(i));
            }
        }
        return normal;
    }

    private static boolean isSwitch(List<Step> steps, int position) {
        return Step.at(steps, position, TableSwitchInsnNode.class).isPresent()
                || Step.at(steps, position, LookupSwitchInsnNode.class).isPresent();
    }

    private static Optional<String> enumBefore(List<Step> steps, int position) {
        return Step.at(steps, position, MethodInsnNode.class)
                .filter(it -> it.name.equals("ordinal") && it.desc.equals("()I"))
                .map(it -> it.owner);
    }

    private static Step byName(Step plain, Map<Integer, String> constants) {
        return new Step.EnumSwitch(((Step.Instruction) plain).node(), constants);
    }

    private Map<Integer, String> constantsOf(String enumName) {
        var byOrdinal = new HashMap<Integer, String>();
        index.anyClass(enumName)
                .ifPresent(file -> file.declarations().fields.stream()
                        .filter(it -> (it.access & Opcodes.ACC_ENUM) != 0)
                        .forEach(it -> byOrdinal.put(byOrdinal.size(), it.name)));
        return byOrdinal;
    }

    private Map<Integer, String> mapped(FieldInsnNode map) {
        return maps.computeIfAbsent(map.owner, this::readMaps).getOrDefault(map.name, Map.of());
    }

    private Map<String, Map<Integer, String>> readMaps(String holder) {
        var read = new HashMap<String, Map<Integer, String>>();
        index.projectClass(holder)
                .ifPresent(file -> file.code().methods.stream()
                        .filter(it -> it.name.equals("<clinit>"))
                        .map(Step::of)
                        .forEach(steps -> readMaps(steps, read)));
        return read;
    }

    /** {@code $SwitchMap$E[E.CONSTANT.ordinal()] = 1}. */
    private static void readMaps(List<Step> steps, Map<String, Map<Integer, String>> into) {
        for (int i = 0; i + 3 < steps.size(); i++) {
            var map = Step.at(steps, i, FieldInsnNode.class).filter(it -> it.name.startsWith(MAP));
            var constant = Step.at(steps, i + 1, FieldInsnNode.class);
            var key = Step.at(steps, i + 3, AbstractInsnNode.class).flatMap(InstructionText::intConstant);
            if (map.isPresent() && constant.isPresent() && key.isPresent()) {
                into.computeIfAbsent(map.get().name, name -> new HashMap<>()).put(key.get(), constant.get().name);
            }
        }
    }
}
