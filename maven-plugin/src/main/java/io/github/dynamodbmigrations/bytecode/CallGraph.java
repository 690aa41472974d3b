package io.github.dynamodbmigrations.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which calls a method makes, directly or through other methods of the project. Where it is open which class is called,
 * each that can be meant counts; initialisers of classes count as called by their first use.
 */
public final class CallGraph {
    private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(\\w+)\\$\\d+$");

    private final ClassIndex index;
    private final Map<ClassFile, Map<String, MethodNode>> methods = new HashMap<>();

    /** Follows calls among the project classes of an index. */
    public CallGraph(ClassIndex index) {
        this.index = index;
    }

    /** A method with the class that holds it. */
    private record Place(ClassFile file, MethodNode method) {}

    /** The methods that a class declares or inherits from project classes, the nearest first. */
    public List<MethodNode> methods(ClassFile file, Predicate<MethodNode> wanted) {
        return places(file, wanted).stream().map(Place::method).toList();
    }

    private List<Place> places(ClassFile file, Predicate<MethodNode> wanted) {
        var found = new ArrayList<Place>();
        for (var next = Optional.of(file); next.isPresent(); next = superClass(next.get())) {
            var owner = next.get();
            owner.code().methods.stream().filter(wanted).forEach(it -> found.add(new Place(owner, it)));
        }
        return found;
    }

    private Optional<ClassFile> superClass(ClassFile file) {
        return Optional.ofNullable(file.declarations().superName).flatMap(index::projectClass);
    }

    /**
     * All calls that are reached.
     *
     * @param file the class to begin with
     * @param roots its methods, or those that it inherits, to begin with
     * @param candidates the classes whose methods an open call can mean
     * @return the calls, each once
     */
    public Set<MethodCall> reachedFrom(ClassFile file, Predicate<MethodNode> roots, Collection<ClassFile> candidates) {
        var calls = new LinkedHashSet<MethodCall>();
        var visited = new LinkedHashSet<Place>();
        Deque<Place> open = new ArrayDeque<>(places(file, roots));
        initialiser(file.name()).ifPresent(open::add);
        for (var place = open.poll(); place != null; place = open.poll()) {
            if (visited.add(place)) {
                for (AbstractInsnNode node : place.method().instructions) {
                    follow(place, node, candidates, calls, open);
                }
            }
        }
        return calls;
    }

    private void follow(
            Place from,
            AbstractInsnNode node,
            Collection<ClassFile> candidates,
            Set<MethodCall> calls,
            Deque<Place> open) {
        if (node instanceof MethodInsnNode call) {
            boolean isOpen = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
            record(new MethodCall(nameOf(from), call.owner, call.name, call.desc), isOpen, candidates, calls, open);
        } else if (node instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                    boolean isOpen =
                            handle.getTag() == Opcodes.H_INVOKEVIRTUAL || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
                    var call = new MethodCall(nameOf(from), handle.getOwner(), handle.getName(), handle.getDesc());
                    record(call, isOpen, candidates, calls, open);
                }
            }
        } else if (node instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
            initialiser(field.owner).ifPresent(open::add);
        } else if (node instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
            initialiser(type.desc).ifPresent(open::add);
        }
    }

    private void record(
            MethodCall call,
            boolean isOpen,
            Collection<ClassFile> candidates,
            Set<MethodCall> calls,
            Deque<Place> open) {
        calls.add(call);
        initialiser(call.owner()).ifPresent(open::add);
        declared(call.owner(), call).ifPresent(open::add);
        if (isOpen) {
            candidates.stream()
                    .filter(it -> canBeMeant(it, call))
                    .flatMap(it -> declared(it, call).stream())
                    .forEach(open::add);
        }
    }

    /** Hierarchies through classes of the JDK are not read, so that every class can be meant by a call of those. */
    private boolean canBeMeant(ClassFile candidate, MethodCall call) {
        return call.owner().startsWith("java/") || index.isSubtype(candidate.name(), call.owner());
    }

    private Optional<Place> initialiser(String name) {
        return index.projectClass(name).flatMap(file -> declared(file, "<clinit>()V"));
    }

    /** The method as its owner declares or inherits it. */
    private Optional<Place> declared(String owner, MethodCall call) {
        return index.projectClass(owner).flatMap(file -> declared(file, call).or(() -> inherited(file, call)));
    }

    private Optional<Place> inherited(ClassFile file, MethodCall call) {
        var above = new ArrayList<>(file.declarations().interfaces);
        if (file.declarations().superName != null) {
            above.add(0, file.declarations().superName);
        }
        return above.stream().flatMap(it -> declared(it, call).stream()).findFirst();
    }

    private Optional<Place> declared(ClassFile file, MethodCall call) {
        return declared(file, call.name() + call.descriptor());
    }

    private Optional<Place> declared(ClassFile file, String signature) {
        return Optional.ofNullable(methodsOf(file).get(signature)).map(it -> new Place(file, it));
    }

    private Map<String, MethodNode> methodsOf(ClassFile file) {
        return methods.computeIfAbsent(file, it -> {
            var bySignature = new HashMap<String, MethodNode>();
            it.code().methods.forEach(method -> bySignature.put(method.name + method.desc, method));
            return bySignature;
        });
    }

    /** Lambdas are shown as the method that makes them, initialisers as their class. */
    private static String nameOf(Place place) {
        String method = LAMBDA.matcher(place.method().name).replaceFirst("$1");
        boolean isNamed = !method.startsWith("<") && !method.equals("new") && !method.equals("static");
        return place.file().className() + (isNamed ? "." + method : "");
    }
}
