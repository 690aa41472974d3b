package io.github.dynamodbmigrations.bytecode;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** A class file that cannot be read; it becomes a problem of the project, never a stack trace. */
final class UnreadableClassException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAGIC = 0xCAFEBABE;
    private static final int HEADER_BYTES = 10;

    /** The newest class-file level that can be read. */
    static final int NEWEST_LEVEL = newestLevel();

    private final int level;

    private UnreadableClassException(int level, Throwable cause) {
        super("unreadable class file", cause);
        this.level = level;
    }

    /** The class-file level where that is the reason, else 0. */
    int level() {
        return level;
    }

    static UnreadableClassException damaged(Throwable cause) {
        return new UnreadableClassException(0, cause);
    }

    static void requireReadable(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || unsignedShort(bytes, 0) << 16 != (MAGIC & 0xffff0000)) {
            throw damaged(new IllegalArgumentException("no class file"));
        }
        int level = unsignedShort(bytes, 6);
        if (level > NEWEST_LEVEL) {
            throw new UnreadableClassException(level, new IllegalArgumentException("class-file level " + level));
        }
    }

    private static int unsignedShort(byte[] bytes, int offset) {
        return ((bytes[offset] & 0xff) << 8) | (bytes[offset + 1] & 0xff);
    }

    /** ASM does not tell its newest level, so it is asked with ever newer empty classes. */
    private static int newestLevel() {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        byte[] empty = writer.toByteArray();
        int level = Opcodes.V17;
        while (reads(empty, level + 1)) {
            level++;
        }
        return level;
    }

    private static boolean reads(byte[] bytes, int level) {
        bytes[7] = (byte) level;
        try {
            return new ClassReader(bytes).getItemCount() > 0;
        } catch (IllegalArgumentException tooNew) {
            return false;
        }
    }
}
