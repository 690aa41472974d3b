package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.bytecode.ClassFile;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * An annotation of the API as a class file declares it. It answers like the annotation itself, so that its elements and
 * their defaults stand only in the API.
 */
final class DeclaredAnnotation implements InvocationHandler {
    private final Map<String, Object> values;

    private DeclaredAnnotation(Map<String, Object> values) {
        this.values = values;
    }

    static <A extends Annotation> Optional<A> find(ClassFile file, Class<A> type) {
        return file.annotation(Type.getDescriptor(type)).map(found -> as(type, found));
    }

    private static <A extends Annotation> A as(Class<A> type, AnnotationNode found) {
        var handler = new DeclaredAnnotation(valuesOf(found));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Map<String, Object> valuesOf(AnnotationNode annotation) {
        List<Object> namesAndValues = annotation.values == null ? List.of() : annotation.values;
        var values = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            values.put((String) namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return values;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method element, Object[] arguments) {
        if (element.getName().equals("toString")) {
            return values.keySet().toString();
        }
        var value = values.get(element.getName());
        return value == null ? element.getDefaultValue() : converted(value, element.getReturnType());
    }

    private static Object converted(Object value, Class<?> type) {
        if (type.isEnum()) {
            String constant = ((String[]) value)[1];
            return Arrays.stream(type.getEnumConstants())
                    .filter(it -> ((Enum<?>) it).name().equals(constant))
                    .findFirst()
                    .orElseThrow(() -> new EnumConstantNotPresentException(type.asSubclass(Enum.class), constant));
        }
        return type.isArray() ? ((List<?>) value).toArray(String[]::new) : value;
    }
}
