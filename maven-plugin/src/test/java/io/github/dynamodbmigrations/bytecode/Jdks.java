package io.github.dynamodbmigrations.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs, and another that is told or lies beside it. */
final class Jdks {
    private Jdks() {}

    static Path running() {
        return Path.of(System.getProperty("java.home"));
    }

    /** A JDK with another feature version than the running one: {@code JAVA25_HOME}, else the newest beside it. */
    static Optional<Path> another() throws IOException {
        var told = System.getenv("JAVA25_HOME");
        if (told != null && hasCompiler(Path.of(told)) && isAnother(Path.of(told))) {
            return Optional.of(Path.of(told));
        }
        var beside = running().toRealPath().getParent();
        if (beside == null) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(beside)) {
            return all.filter(Jdks::hasCompiler)
                    .filter(Jdks::isAnother)
                    .max((a, b) -> Integer.compare(version(a), version(b)));
        }
    }

    static Path compiler(Path home) {
        return home.resolve("bin/javac");
    }

    /** The feature version, from the JDK's release file; 0 if it has none. */
    static int version(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("release"));
            return lines.stream()
                    .filter(it -> it.startsWith("JAVA_VERSION="))
                    .map(it -> it.replaceAll("\\D*(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static boolean hasCompiler(Path home) {
        return Files.isExecutable(compiler(home));
    }

    private static boolean isAnother(Path home) {
        return version(home) >= 17 && version(home) != Runtime.version().feature();
    }
}
