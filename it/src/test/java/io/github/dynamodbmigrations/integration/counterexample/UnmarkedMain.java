package io.github.dynamodbmigrations.integration.counterexample;

/** An engine in a process of its own that keeps no ledger. */
public final class UnmarkedMain {
    private UnmarkedMain() {}

    /** Migrates as the settings say, {@code name=value}. */
    public static void main(String[] arguments) {
        UnprotectedEngine.migrate(arguments, Without::theMarkers);
    }
}
