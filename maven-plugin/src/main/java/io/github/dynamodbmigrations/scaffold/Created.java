package io.github.dynamodbmigrations.scaffold;

import java.nio.file.Path;
import java.util.List;

/**
 * What was created.
 *
 * @param files the new files
 * @param notes what the user should know, line by line
 */
public record Created(List<Path> files, List<String> notes) {}
