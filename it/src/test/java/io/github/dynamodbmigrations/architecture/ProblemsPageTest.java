package io.github.dynamodbmigrations.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md has a section for every code, and for nothing else. */
class ProblemsPageTest {
    private static final String PAGE = "docs/problems.md";
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\">");

    @Test
    void everyCodeHasItsAnchorAndEveryAnchorItsCode() {
        var anchors = new TreeSet<String>();
        ANCHOR.matcher(Repository.text(PAGE)).results().forEach(found -> anchors.add(found.group(1)));
        assertEquals(codes(), anchors);
    }

    private static Set<String> codes() {
        return Stream.of(
                        Stream.of(ProblemCode.values()).map(ProblemCode::code),
                        Stream.of(FailureCode.values()).map(FailureCode::code),
                        Stream.of(RejectCode.values()).map(RejectCode::code))
                .flatMap(codes -> codes)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
