package io.github.dynamodbmigrations.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a jar of a directory of classes: what a module of the same build is before its jar exists. The same files give
 * the same bytes on every machine, hence no compression and no time.
 */
final class ClassesJar {
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ClassesJar() {}

    static Content of(Path directory) {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            for (var file : Tree.of(directory).entrySet()) {
                var content = Files.readAllBytes(file.getValue());
                var checksum = new CRC32();
                checksum.update(content);
                var entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setTimeLocal(BEGINNING);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                jar.putNextEntry(entry);
                jar.write(content);
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content.Bytes(bytes.toByteArray());
    }
}
