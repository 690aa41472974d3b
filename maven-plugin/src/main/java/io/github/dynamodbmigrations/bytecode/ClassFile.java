package io.github.dynamodbmigrations.bytecode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** A class file of the project. Its declarations are parsed at once; method bodies when something first asks for them. */
public final class ClassFile {
    private final Path root;
    private final String entry;
    private final ClassReader reader;
    private final ClassNode declarations;
    private @Nullable ClassNode code;

    /**
     * Reads the declarations.
     *
     * @param root the directory or jar that holds it
     * @param entry its path there, with slashes
     * @param bytes its content
     * @throws UnreadableClassException if it is damaged, or newer than what can be read
     */
    ClassFile(Path root, String entry, byte[] bytes) {
        this.root = root;
        this.entry = entry;
        UnreadableClassException.requireReadable(bytes);
        try {
            reader = new ClassReader(bytes);
            declarations = parse(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException damaged) {
            throw UnreadableClassException.damaged(damaged);
        }
    }

    private static ClassNode parse(ClassReader reader, int options) {
        var node = new ClassNode();
        reader.accept(node, options);
        return node;
    }

    /** Everything but method bodies. */
    public ClassNode declarations() {
        return declarations;
    }

    /** Everything but debug information and stack maps. */
    public ClassNode code() {
        var parsed = code;
        if (parsed == null) {
            parsed = parse(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            code = parsed;
        }
        return parsed;
    }

    /** The internal name, such as {@code com/acme/Orders$Line}. */
    public String name() {
        return declarations.name;
    }

    /** The binary name, such as {@code com.acme.Orders$Line}. */
    public String className() {
        return name().replace('/', '.');
    }

    /** The directory or jar that holds it. */
    public Path root() {
        return root;
    }

    /** Its path in there, such as {@code com/acme/Orders.class}. */
    public String entry() {
        return entry;
    }

    /** The file itself, unless it lies in a jar. */
    public Optional<Path> file() {
        return Files.isDirectory(root) ? Optional.of(root.resolve(entry)) : Optional.empty();
    }

    /** The class-file level, such as 61 for Java 17. */
    public int level() {
        return declarations.version & 0xffff;
    }

    /** Whether all of these flags are set. */
    public boolean has(int flags) {
        return (declarations.access & flags) == flags;
    }

    /** The annotation of this type that the class itself carries, if it is visible at run time. */
    public Optional<AnnotationNode> annotation(String descriptor) {
        return visibleAnnotations().filter(it -> it.desc.equals(descriptor)).findFirst();
    }

    private Stream<AnnotationNode> visibleAnnotations() {
        List<AnnotationNode> all = declarations.visibleAnnotations;
        return all == null ? Stream.empty() : all.stream();
    }

    /** Shows the class's name. */
    @Override
    public String toString() {
        return className();
    }
}
