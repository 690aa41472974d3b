package io.github.dynamodbmigrations.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** What an emitted file holds. */
public sealed interface Content {
    /** The same bytes as a file of the build. */
    record Copy(Path source) implements Content {
        @Override
        public long size() {
            return calling(() -> Files.size(source));
        }

        @Override
        public boolean equalsFile(Path file) {
            return calling(() -> Files.mismatch(source, file) < 0);
        }

        @Override
        public void writeTo(Path file) {
            calling(() -> Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING));
        }
    }

    /** Bytes that only the build knows. */
    final class Bytes implements Content {
        private final byte[] bytes;

        /** Holds these bytes, which must not change afterwards. */
        public Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** A text in UTF-8. */
        public static Bytes of(String text) {
            return new Bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean equalsFile(Path file) {
            return calling(() -> Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes));
        }

        @Override
        public void writeTo(Path file) {
            calling(() -> Files.write(
                    Files.createDirectories(file.toAbsolutePath().getParent()).resolve(file.getFileName()), bytes));
        }
    }

    /** Its size in bytes. */
    long size();

    /** Whether an existing file holds exactly this. */
    boolean equalsFile(Path file);

    /** Writes it to a file, which may exist. */
    void writeTo(Path file);

    private static <T> T calling(FileCall<T> call) {
        try {
            return call.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call of the file system. */
    @FunctionalInterface
    interface FileCall<T> {
        /** Calls it. */
        T call() throws IOException;
    }
}
