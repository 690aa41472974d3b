package io.github.dynamodbmigrations.sam;

/**
 * A table resource of a template.
 *
 * @param logicalId the resource's logical id
 * @param type the resource's type
 * @param line where it stands in the file, counted from 1
 */
public record DeclaredTable(String logicalId, String type, int line) {
    private static final String SUFFIX = "Table";

    /** How migrations name it: the logical id without a trailing {@code Table}. */
    public String logicalName() {
        return logicalId.endsWith(SUFFIX) && logicalId.length() > SUFFIX.length()
                ? logicalId.substring(0, logicalId.length() - SUFFIX.length())
                : logicalId;
    }

    /** Whether a migration means this table when it names that one. */
    public boolean isNamed(String table) {
        return logicalId.equals(table) || logicalId.equals(table + SUFFIX);
    }
}
