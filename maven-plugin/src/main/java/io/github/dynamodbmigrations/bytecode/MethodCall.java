package io.github.dynamodbmigrations.bytecode;

/**
 * A call, or a method reference, that stands in the code of a project.
 *
 * @param caller the calling class's binary name, and its method where that has a name of its own
 * @param owner the internal name of the class that is called
 * @param name the method that is called
 * @param descriptor its parameters and result
 */
public record MethodCall(String caller, String owner, String name, String descriptor) {
    /** What is called, as authors write it: {@code Instant.now}, {@code new Random}. */
    public String shown() {
        String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
        return name.equals("<init>") ? "new " + type : type + "." + name;
    }
}
