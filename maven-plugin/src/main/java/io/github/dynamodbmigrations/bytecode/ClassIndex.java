package io.github.dynamodbmigrations.bytecode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The classes of a project, read once, and those of its libraries, read only when a class extends one. */
public final class ClassIndex implements AutoCloseable {
    private final SortedMap<String, ClassFile> project = new TreeMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<String, Optional<ClassFile>> consulted = new HashMap<>();
    private final List<Path> libraryPaths;
    private final List<ClassRoot> libraries = new ArrayList<>();

    /**
     * A class file that cannot be read.
     *
     * @param entry its path inside its root
     * @param level its class-file level if that is too new, 0 if it is damaged
     */
    public record Unreadable(String entry, int level) {}

    private ClassIndex(List<Path> libraryPaths) {
        this.libraryPaths = List.copyOf(libraryPaths);
    }

    /**
     * Reads a project.
     *
     * @param projectRoots directories and jars with the project's own classes; the first that has a class wins
     * @param libraries directories and jars that they extend
     * @return the index, to be closed
     */
    public static ClassIndex read(List<Path> projectRoots, List<Path> libraries) {
        var index = new ClassIndex(libraries);
        for (Path path : projectRoots) {
            try (var root = ClassRoot.open(path)) {
                root.forEachClass((entry, bytes) -> index.add(path, entry, bytes));
            }
        }
        return index;
    }

    private void add(Path root, String entry, byte[] bytes) {
        try {
            var file = new ClassFile(root, entry, bytes);
            project.putIfAbsent(file.name(), file);
        } catch (UnreadableClassException reason) {
            unreadable.add(new Unreadable(entry, reason.level()));
        }
    }

    /** All classes of the project, in order of their names. */
    public Collection<ClassFile> projectClasses() {
        return project.values();
    }

    /** A class of the project and those nested in it. */
    List<ClassFile> withNested(ClassFile file) {
        var all = new ArrayList<ClassFile>(List.of(file));
        all.addAll(project.subMap(file.name() + "$", file.name() + "%").values());
        return all;
    }

    /** What could not be read. */
    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** A class of the project by its internal name. */
    public Optional<ClassFile> projectClass(String name) {
        return Optional.ofNullable(project.get(name));
    }

    /** A class of the project or of a library; empty for one of the JDK's, or of none. */
    public Optional<ClassFile> anyClass(String name) {
        var own = project.get(name);
        return own != null ? Optional.of(own) : consulted.computeIfAbsent(name, this::consult);
    }

    private Optional<ClassFile> consult(String name) {
        if (name.startsWith("java/")) {
            return Optional.empty();
        }
        if (libraries.isEmpty()) {
            libraryPaths.forEach(path -> libraries.add(ClassRoot.open(path)));
        }
        String entry = name + ".class";
        for (ClassRoot library : libraries) {
            var bytes = library.find(entry);
            if (bytes.isPresent()) {
                return readLibraryClass(library.path(), entry, bytes.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<ClassFile> readLibraryClass(Path root, String entry, byte[] bytes) {
        try {
            return Optional.of(new ClassFile(root, entry, bytes));
        } catch (UnreadableClassException ignored) {
            // a library's class that nobody can read ends the hierarchy, as one of the JDK's does
            return Optional.empty();
        }
    }

    /** Whether the class is, extends or implements the type, as far as its hierarchy can be read. */
    public boolean isSubtype(String name, String type) {
        if (name.equals(type)) {
            return true;
        }
        var file = anyClass(name);
        if (file.isEmpty()) {
            return false;
        }
        var declared = file.get().declarations();
        return (declared.superName != null && isSubtype(declared.superName, type))
                || declared.interfaces.stream().anyMatch(it -> isSubtype(it, type));
    }

    @Override
    public void close() {
        libraries.forEach(ClassRoot::close);
    }
}
