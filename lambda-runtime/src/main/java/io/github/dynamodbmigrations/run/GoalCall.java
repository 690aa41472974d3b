package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.operate.Signature;
import io.github.dynamodbmigrations.segment.Deadline;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * What one goal works with.
 *
 * @param entry what was asked for
 * @param connection reaches DynamoDB
 * @param liveness whether others that hold the lock live
 * @param surroundings clock and ids
 * @param console tells people
 * @param threads what workers run in
 * @param stop when to come to an end before everything is done
 */
record GoalCall(
        EntrySettings entry,
        DynamoConnection connection,
        Liveness liveness,
        Surroundings surroundings,
        Console console,
        ExecutorService threads,
        Deadline stop) {
    /** The migrations that there are. */
    MigrationCatalog catalog() {
        return MigrationCatalog.load(GoalCall.class.getClassLoader());
    }

    /** How the lock is kept. */
    LockSettings lock() {
        return entry.lock();
    }

    /** This process, and nothing else; a new one with every call. */
    Owner owner() {
        return Owner.direct(entry.owner() + "/" + ProcessHandle.current().pid() + "/"
                + surroundings.uuids().get());
    }

    /** What the engine talks to; makes nothing. */
    EnginePorts ports() {
        return connection.ports(entry.history());
    }

    /** What the engine talks to, for a goal that makes no sense without a history. */
    EnginePorts existing() {
        if (connection.historyTable(entry.history()).find().isEmpty()) {
            throw FailureCode.TABLE_NOT_FOUND.exception(
                    "history table " + entry.history().table()
                            + " does not exist. It is made by a run or a deployment; name it with <historyTable>.");
        }
        return ports();
    }

    /** Does something with the lock held. */
    UnderLock underLock(EnginePorts ports) {
        return new UnderLock(ports, lock(), liveness, surroundings, console::waitingFor);
    }

    /** Who asks for something, and why. */
    Signature signature() {
        return new Signature(entry.owner(), entry.why());
    }

    private Optional<Signature> unverified() {
        return Optional.of(signature()).filter(by -> !entry.isVerified());
    }

    /** Everything for a goal that works on a history, whose table is made if it is not there. */
    Engine engine() {
        return engine(entry.run(connection.historyTable(entry.history()).ensure()));
    }

    /** Everything for a goal that works on a history which there is. */
    Engine engine(RunSettings settings) {
        var ports = ports();
        var lifecycle = new RunLifecycle(ports, settings, catalog(), surroundings);
        var direct = new DirectRunner.DirectSettings(
                owner(), lock(), liveness, entry.region(), entry.endpoint(), stop, unverified());
        return new Engine(
                ports,
                settings,
                lifecycle,
                new DirectRunner(ports, settings, lifecycle, surroundings, direct, threads, console));
    }

    /**
     * What works on a history.
     *
     * @param ports what it talks to
     * @param settings what is asked for
     * @param lifecycle starts and ends runs
     * @param runner applies what is pending
     */
    record Engine(EnginePorts ports, RunSettings settings, RunLifecycle lifecycle, DirectRunner runner) {}

    /** Works on a history, and prints what that says then, whatever came of it; unless it does not answer any more. */
    void showingHistory(EnginePorts ports, Runnable work) {
        var answers = true;
        try {
            work.run();
        } catch (MigrationException failure) {
            answers = !failure.code().equals(FailureCode.UNREACHABLE.code());
            throw failure;
        } finally {
            if (answers) {
                showHistory(ports);
            }
        }
    }

    /** Prints what the history says now. */
    private void showHistory(EnginePorts ports) {
        var state = ports.history().open();
        console.line("");
        console.line("History: version " + state.status().version() + ", "
                + state.status().status());
        RunReport.of(state.runs()).forEach(console::line);
    }
}
