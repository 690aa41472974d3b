package io.github.dynamodbmigrations.integration.counterexample;

/** An engine in a process of its own that ignores the guards which others have set. */
public final class UnguardedMain {
    private UnguardedMain() {}

    /** Migrates as the settings say, {@code name=value}. */
    public static void main(String[] arguments) {
        UnprotectedEngine.migrate(arguments, Without::theGuardsThatWereSet);
    }
}
