package io.github.dynamodbmigrations.integration.fault;

/** The seed of the writers: another one in each run, unless it is given. */
final class Seed {
    private Seed() {}

    static long ofThisRun() {
        var seed = Long.getLong("seed", System.currentTimeMillis());
        System.out.println("replay the application's writers by -Dseed=" + seed);
        return seed;
    }
}
