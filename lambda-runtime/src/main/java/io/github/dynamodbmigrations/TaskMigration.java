package io.github.dynamodbmigrations;

/**
 * Versioned code that does not go item by item: it creates reference data, or calls a service. It has its place in the
 * same order and history as other migrations, and runs <em>at least once</em>: after a crash it runs again, and skips the
 * steps that {@link TaskContext#once} has marked as done.
 */
public interface TaskMigration {
    /**
     * Runs the task.
     *
     * @param context its steps and surroundings
     * @throws Exception if it failed; the run is then recorded as FAILED and can be resumed
     */
    void run(TaskContext context) throws Exception;
}
