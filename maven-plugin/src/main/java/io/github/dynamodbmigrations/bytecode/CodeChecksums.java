package io.github.dynamodbmigrations.bytecode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checksums of code: equal for equal sources, with whatever debug information and by whichever compiler they were
 * compiled. They begin with the version of the algorithm, so that a better one can tell what it cannot compare.
 */
public final class CodeChecksums {
    private static final String ALGORITHM = "v1:";

    private final ClassIndex index;
    private final EnumSwitches switches;
    private final Map<List<ClassFile>, String> checksums = new HashMap<>();

    /** Computes checksums of classes in an index. */
    public CodeChecksums(ClassIndex index) {
        this.index = index;
        this.switches = new EnumSwitches(index);
    }

    /** The checksum of a class and its nested classes. */
    public String own(ClassFile file) {
        return ALGORITHM + checksum(index.withNested(file));
    }

    /** The checksum of all other classes among those that it reaches. */
    public String reached(ClassFile file, Collection<ClassFile> reached) {
        var others = new ArrayList<>(reached);
        others.removeAll(index.withNested(file));
        SortedMap<String, List<ClassFile>> units = new TreeMap<>();
        others.forEach(it ->
                units.computeIfAbsent(hostOf(it), host -> new ArrayList<>()).add(it));
        var text = new StringBuilder();
        units.forEach((host, classes) ->
                text.append(host).append(' ').append(checksum(classes)).append('\n'));
        return ALGORITHM + sha256(text.toString());
    }

    private static String hostOf(ClassFile file) {
        return Optional.ofNullable(file.declarations().nestHostClass).orElse(file.name());
    }

    private String checksum(List<ClassFile> unit) {
        return checksums.computeIfAbsent(unit, classes -> sha256(textOf(classes)));
    }

    /** What the checksum of these classes, nested in one another, is made of. */
    String textOf(List<ClassFile> unit) {
        var classes = unit.stream().filter(it -> !EnumSwitches.isMapHolder(it)).toList();
        var names = new NestedNames(classes);
        var captured = new CapturedVariables(index, names);
        var text = new StringBuilder();
        for (ClassFile file : classes) {
            if (!names.isNumbered(file)) {
                new ClassText(file.code(), names, captured, switches).write(text);
            }
        }
        int number = 0;
        for (var next = names.numbered(0); next.isPresent(); next = names.numbered(++number)) {
            new ClassText(next.get().code(), names, captured, switches).write(text);
        }
        return text.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
