package io.github.dynamodbmigrations.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of items, one a line, for one table: {@code <table>.jsonl}, {@code <table>.dynamodb.jsonl}, either with {@code .gz}.
 *
 * @param file where it is
 * @param shown the same for users
 * @param table the logical table
 * @param form how its lines say items
 */
record FixtureFile(Path file, String shown, String table, FixtureForm form) {
    private static final String GZ = ".gz";

    /** The fixture files of a directory, by name; none if there is no such directory. */
    static List<FixtureFile> in(Path directory, Function<Path, String> shown) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .flatMap(file -> of(file, shown.apply(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FixtureFile> of(Path file, String shown) {
        var name = file.getFileName().toString();
        var bare = name.endsWith(GZ) ? name.substring(0, name.length() - GZ.length()) : name;
        return Arrays.stream(FixtureForm.values())
                .sorted((one, other) -> other.suffix().length() - one.suffix().length())
                .filter(form -> bare.endsWith(form.suffix()))
                .map(form -> new FixtureFile(
                        file,
                        shown,
                        bare.substring(0, bare.length() - form.suffix().length()),
                        form))
                .findFirst();
    }

    /** Hands over its items one by one; blank lines count as lines only. */
    void forEach(Consumer<FixtureItem> action) {
        long number = 0;
        try (var lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8.newDecoder()))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    action.accept(form.read(line, new FixtureLine(shown, number)));
                }
            }
        } catch (CharacterCodingException e) {
            throw new FixtureLine(shown, number + 1).problem("is not UTF-8");
        } catch (IOException e) {
            throw new FixtureLine(shown, number + 1)
                    .problem("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private InputStream open() throws IOException {
        var bytes = Files.newInputStream(file);
        try {
            return file.toString().endsWith(GZ) ? new GZIPInputStream(bytes) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
