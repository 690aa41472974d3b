package io.github.dynamodbmigrations.bytecode;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/** Compilers number local and anonymous classes; here they are numbered in the order in which the code mentions them. */
final class NestedNames extends Remapper {
    private final Map<String, ClassFile> local = new HashMap<>();
    private final Map<String, String> numbered = new LinkedHashMap<>();

    NestedNames(Collection<ClassFile> classes) {
        super(Opcodes.ASM9);
        classes.stream().filter(it -> it.declarations().outerClass != null).forEach(it -> local.put(it.name(), it));
    }

    boolean isNumbered(ClassFile file) {
        return local.containsKey(file.name());
    }

    /** The class with this number, once that many have been mentioned. */
    Optional<ClassFile> numbered(int number) {
        return numbered.keySet().stream().skip(number).findFirst().map(name -> {
            var file = local.get(name);
            return file == null ? null : file;
        });
    }

    @Override
    public String map(String internalName) {
        var file = local.get(internalName);
        return file == null
                ? internalName
                : numbered.computeIfAbsent(
                        internalName, name -> "~" + numbered.size() + simpleName(file.declarations()));
    }

    private static String simpleName(ClassNode declared) {
        return declared.innerClasses.stream()
                .filter(it -> it.name.equals(declared.name) && it.innerName != null)
                .map(it -> it.innerName)
                .findFirst()
                .orElse("");
    }
}
