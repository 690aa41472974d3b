package io.github.dynamodbmigrations.history;

/**
 * What the holder of a lock works on: requests of a missing worker can only belong to it.
 *
 * @param run the run
 * @param checksums of the code
 */
public record Work(RunKey run, Checksums checksums) {
    /** Ranks begin with 1. */
    private static final long NO_RANK = 0;

    /**
     * A call of the user's function. It is no run, and nothing goes on with it: whoever comes next is somebody else.
     *
     * @param holding under which it is called
     * @param version the version that it is to reach, or that the data has
     * @return the work
     */
    public static Work ofFunction(Holding holding, long version) {
        var call = new Checksums(holding.owner().id(), Long.toString(holding.epoch()));
        return new Work(new RunKey(version, NO_RANK), call);
    }

    /** Whether it is a call of the user's function. */
    public boolean isOfFunction() {
        return run.rank() == NO_RANK;
    }
}
