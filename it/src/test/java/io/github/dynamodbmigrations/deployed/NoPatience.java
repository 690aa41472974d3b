package io.github.dynamodbmigrations.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;

/** The emitted application with one number less: a role is never too new, so that a denial is taken at its word at once. */
public final class NoPatience {
    private static final String CLASS = "io/github/dynamodbmigrations/lambda/NewRole.class";
    private static final int TAG_OF_LONG = 5;
    private static final byte MINUTES = 3;

    private NoPatience() {}

    /** What was emitted at a moment of the project's life, and takes denials at their word. */
    public static Variation of(String moment) {
        return Variation.of(moment).withFile("code/" + CLASS, withoutMinutes(read(moment)));
    }

    private static byte[] read(String moment) {
        try (var libraries = Files.list(Variation.emitted(moment).resolve("code/lib"))) {
            var engine = libraries
                    .filter(file -> file.getFileName().toString().startsWith("dynamodb-migrations-runtime"))
                    .findFirst()
                    .orElseThrow();
            try (var jar = new ZipFile(engine.toFile())) {
                return jar.getInputStream(jar.getEntry(CLASS)).readAllBytes();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The constant of three minutes becomes none. */
    private static byte[] withoutMinutes(byte[] code) {
        var found = -1;
        for (var at = 0; at + Long.BYTES < code.length; at++) {
            if (isConstant(code, at)) {
                if (found >= 0) {
                    throw new AssertionError("two constants of " + MINUTES + " in " + CLASS);
                }
                found = at;
            }
        }
        code[found + Long.BYTES] = 0;
        return code;
    }

    private static boolean isConstant(byte[] code, int at) {
        if (code[at] != TAG_OF_LONG || code[at + Long.BYTES] != MINUTES) {
            return false;
        }
        for (var next = at + 1; next < at + Long.BYTES; next++) {
            if (code[next] != 0) {
                return false;
            }
        }
        return true;
    }
}
