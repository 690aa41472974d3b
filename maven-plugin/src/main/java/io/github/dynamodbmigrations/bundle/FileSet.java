package io.github.dynamodbmigrations.bundle;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An exact set of files as a value: by path relative to where they will lie, with slashes.
 *
 * @param files unmodifiable
 */
public record FileSet(SortedMap<String, Content> files) {
    /** Copies the map. */
    public FileSet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Texts, by the same paths. */
    public static FileSet ofTexts(Map<String, String> texts) {
        var files = new TreeMap<String, Content>();
        texts.forEach((path, text) -> files.put(path, Content.Bytes.of(text)));
        return new FileSet(files);
    }

    /** The sum of their sizes in bytes. */
    public long size() {
        return files.values().stream().mapToLong(Content::size).sum();
    }

    /** The largest files, largest first. */
    public List<Map.Entry<String, Content>> largest(int count) {
        return files.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Content> file) ->
                                file.getValue().size())
                        .reversed())
                .limit(count)
                .toList();
    }

    /** All of these below a directory. */
    public FileSet below(String directory) {
        var moved = new TreeMap<String, Content>();
        files.forEach((path, content) -> moved.put(directory + "/" + path, content));
        return new FileSet(moved);
    }

    /** These and others, which have other paths. */
    public FileSet with(FileSet others) {
        var all = new TreeMap<>(files);
        all.putAll(others.files);
        return new FileSet(all);
    }
}
