package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.TaskContext;
import io.github.dynamodbmigrations.bytecode.CallGraph;
import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.bytecode.MethodCall;
import io.github.dynamodbmigrations.model.MigrationModel.Uses;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the code of a migration does, as far as its calls show. */
final class CodeInspection {
    private static final String CHANGE = Type.getInternalName(Change.class);
    private static final Set<String> PUTTING =
            Set.of(Type.getInternalName(Change.Update.class), Type.getInternalName(Change.Delete.class));
    private static final String ITEM_PARAMETERS = parameters(Item.class, RunContext.class);
    private static final Set<String> ENTRIES =
            Set.of("migrate" + ITEM_PARAMETERS, "reverse" + ITEM_PARAMETERS, "run" + parameters(TaskContext.class));

    private final MigrationClass migration;
    private final List<MethodNode> entries;
    private final Set<MethodCall> calls;

    CodeInspection(CallGraph graph, MigrationClass migration, Collection<ClassFile> reached) {
        this.migration = migration;
        this.entries = graph.methods(migration.file(), CodeInspection::isEntry);
        this.calls = graph.reachedFrom(migration.file(), this::isRoot, reached);
    }

    private static String parameters(Class<?>... types) {
        var asm = Stream.of(types).map(Type::getType).toArray(Type[]::new);
        return parametersOf(Type.getMethodDescriptor(Type.VOID_TYPE, asm));
    }

    private static boolean isEntry(MethodNode method) {
        return ENTRIES.contains(method.name + parametersOf(method.desc));
    }

    private static String parametersOf(String descriptor) {
        return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    /** Where the entry is inherited from a library, whatever the project's classes declare may be called by it. */
    private boolean isRoot(MethodNode method) {
        return entries.isEmpty() || isEntry(method) || method.name.equals("<init>");
    }

    Uses uses() {
        return new Uses(
                calls.stream()
                        .anyMatch(it -> it.owner().equals(CHANGE) && it.name().equals("delete")),
                calls.stream()
                        .anyMatch(
                                it -> PUTTING.contains(it.owner()) && it.name().equals("put")));
    }

    Stream<Problem> problems() {
        return Stream.concat(unfinished(), migration.isTask() ? Stream.empty() : impurities());
    }

    private Stream<Problem> unfinished() {
        return entries.stream()
                .filter(CodeInspection::onlyThrows)
                .map(it -> it.name)
                .distinct()
                .map(it -> new Problem(
                        ProblemCode.UNFINISHED,
                        it + " does nothing but throw",
                        migration.className(),
                        "Write its body, or delete the class; its version is not taken before it has run."));
    }

    private static boolean onlyThrows(MethodNode method) {
        boolean isThrowing = false;
        for (AbstractInsnNode node : method.instructions) {
            int opcode = node.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                return false;
            }
            isThrowing |= opcode == Opcodes.ATHROW;
        }
        return isThrowing;
    }

    private Stream<Problem> impurities() {
        var found = new LinkedHashSet<Problem>();
        for (MethodCall call : calls) {
            ImpureCalls.of(call)
                    .ifPresent(impure -> found.add(new Problem(
                            impure.code(),
                            "its code reaches " + call.shown() + " in " + call.caller(),
                            migration.className(),
                            impure.remedy())));
        }
        return found.stream();
    }
}
