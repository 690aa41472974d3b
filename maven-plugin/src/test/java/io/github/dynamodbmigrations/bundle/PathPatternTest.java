package io.github.dynamodbmigrations.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "rates.csv, rates.csv, true",
        "rates.csv, ratesXcsv, false",
        "*.csv, rates.csv, true",
        "*.csv, com/rates.csv, false",
        "**/*.csv, rates.csv, true",
        "**/*.csv, com/example/rates.csv, true",
        "com/**, com/example/A.class, true",
        "com/, com/example/A.class, true",
        "com/**/A.class, com/A.class, true",
        "com/?.class, com/A.class, true",
        "com/?.class, com/AB.class, false",
        "org.example:*, org.example:anything, true",
        "*:guava, com.google.guava:guava, true",
        "org.example:a(b, org.example:a(b, true"
    })
    void matchesAsUsersOfMavenExpect(String pattern, String path, boolean expected) {
        assertEquals(expected, new PathPattern(pattern).matches(path));
    }
}
