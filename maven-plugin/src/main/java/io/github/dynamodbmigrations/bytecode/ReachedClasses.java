package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * Follows every mention of a class in a class file: superclasses, interfaces, descriptors, instructions, annotations,
 * handles, nest members, permitted subclasses, record components. What is found only by name at run time
 * ({@code ServiceLoader}, {@code Class.forName}) cannot be seen.
 */
public final class ReachedClasses {
    private final ClassIndex index;
    private final Map<String, Set<String>> mentions = new HashMap<>();

    /** Follows mentions among the project classes of an index. */
    public ReachedClasses(ClassIndex index) {
        this.index = index;
    }

    /** The project classes that this one reaches, itself included, by internal name. */
    public SortedMap<String, ClassFile> from(ClassFile start) {
        var reached = new TreeMap<String, ClassFile>();
        var open = new ArrayDeque<ClassFile>();
        open.add(start);
        for (var file = open.poll(); file != null; file = open.poll()) {
            if (reached.putIfAbsent(file.name(), file) == null) {
                mentions.computeIfAbsent(file.name(), this::projectClassesMentionedIn).stream()
                        .flatMap(name -> index.projectClass(name).stream())
                        .forEach(open::add);
            }
        }
        return reached;
    }

    private Set<String> projectClassesMentionedIn(String name) {
        var names = new TreeSet<String>();
        var collector = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                names.add(internalName);
                return internalName;
            }
        };
        index.projectClass(name).ifPresent(file -> file.code().accept(mentions(collector)));
        names.removeIf(it -> index.projectClass(it).isEmpty());
        return names;
    }

    /** The table of inner classes is left out: it also lists classes that are only neighbours. */
    private static ClassVisitor mentions(Remapper collector) {
        return new ClassRemapper(Opcodes.ASM9, new ClassNode(), collector) {
            @Override
            public void visitInnerClass(String name, String outerName, String innerName, int access) {}
        };
    }
}
