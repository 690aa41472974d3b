package io.github.dynamodbmigrations.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about the text of files; each takes text and returns what breaks it. */
final class SourceRules {
    static final int LONGEST_FILE = 400;
    static final int LONGEST_MOJO = 45;
    static final int LONGEST_GOAL = 80;

    /** Names of registries, and absolute paths of somebody's machine. */
    private static final Pattern PLACE = Pattern.compile(
            "repo1?[.]maven|repo[.]maven[.]apache|registry[.]npmjs|pypi[.]org|pythonhoste[d]|docker[.]io/|ghcr[.]io"
                    + "|(?<![\\w.$}/*])/(root|home|Users|work|usr/lib/jvm)/\\w|[A-Z]:\\\\\\\\\\w");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern PROPERTIES = Pattern.compile("<properties>(.*?)</properties>", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("<([\\w.-]+)>");

    private SourceRules() {}

    static long lines(String text) {
        return text.lines().count();
    }

    /** Lines without comments, blanks, imports and the package. */
    static long linesOfCode(String java) {
        return COMMENT.matcher(java)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.matches("(import|package) .*;"))
                .count();
    }

    /** Registry hosts and absolute machine paths. */
    static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Properties that one block of a POM defines twice. */
    static Set<String> doubledProperties(String pom) {
        return PROPERTIES
                .matcher(pom)
                .results()
                .flatMap(block ->
                        doubled(ELEMENT.matcher(block.group(1)).results().map(name -> name.group(1))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Packages that live in more than one module. */
    static Set<String> sharedPackages(Map<String, Set<String>> packagesByModule) {
        return doubled(packagesByModule.values().stream().flatMap(Set::stream))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> doubled(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey);
    }
}
