package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.sam.SamTemplate;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * A rehearsal.
 *
 * @param code the emitted {@code code/} to run
 * @param directory where its files are kept
 * @param tables the logical tables of the migrations
 * @param template the project's template, if it has one
 * @param fixtures the directory of fixtures, which need not exist
 * @param resources by logical table, what the template calls it where that differs
 * @param endpoint a database to use, or empty to start one
 * @param localFiles the files of DynamoDB Local, asked for only if one is started
 * @param historyTable the history table's name, as configured
 * @param settings further settings of the engine
 */
public record RehearsalRequest(
        Path code,
        Path directory,
        SortedSet<String> tables,
        Optional<SamTemplate> template,
        Path fixtures,
        Map<String, String> resources,
        Optional<URI> endpoint,
        Supplier<List<Path>> localFiles,
        String historyTable,
        Map<String, String> settings) {}
