package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.AttributeTypeException;
import io.github.dynamodbmigrations.MigrationException;

/**
 * Why a run does not start, go on or succeed. Each has a section in docs/problems.md. Codes from DM201 compare the history
 * with the code, those from DM301 concern the lock and who may write, those from DM401 items and the author's code.
 */
public enum FailureCode {
    /** A migration's class changed after it had succeeded. Restore it, or write a new migration. */
    DRIFT("DM201"),
    /** An earlier run is FAILED or INTERRUPTED, so that no other may start. Mend its cause and run its version again. */
    UNFINISHED_RUN("DM202"),
    /** A version was applied and the code has no migration for it. Restore the class, or say {@code ignoreMissing}. */
    APPLIED_BUT_MISSING("DM203"),
    /** A pending version is below one that was applied. Give it a higher version, or say {@code outOfOrder}. */
    OUT_OF_ORDER("DM204"),
    /** A version below {@code emitFrom} has not succeeded here. Lower {@code emitFrom}, or run that version first. */
    PREDECESSOR_NOT_APPLIED("DM205"),
    /** The code of an unfinished run changed after it had written items. Restore it, or choose {@code onChange}. */
    CHANGED_AFTER_WRITES("DM206"),
    /** RESTART or CONTINUE was chosen, but the run's first writes were not guarded. Restore the code, or use REAPPLY. */
    UNGUARDED_WRITES("DM207"),
    /** What was frozen for the run differs from what it is now to be done with. Give it what it began with. */
    PLAN_DIFFERS("DM208"),
    /** A logical table is another table than the one that this history describes. Give each table a history of its own. */
    TABLE_EXCHANGED("DM209"),
    /** The target is no version that can be reached from here. Name a version that {@code info} lists. */
    UNKNOWN_TARGET("DM210"),
    /** The history was written by a newer version of this software. Use that version or a later one. */
    NEWER_HISTORY("DM211"),
    /** The history is not empty, so that it can have no baseline any more. Give this data a history of its own. */
    HISTORY_NOT_EMPTY("DM212"),
    /** A run of the version is not there, or not in a state that the goal works on. Look at {@code info}. */
    NO_SUCH_RUN("DM213"),
    /** The table of an unfinished run was exchanged, and its ledger says nothing of this one. Bring it back. */
    LEDGER_OF_ANOTHER_TABLE("DM214"),
    /** A table took another one's place, and nobody has said which version its data has. Say it with {@code tableVersions}. */
    TABLE_VERSION_MISSING("DM215"),
    /** A version that is to be undone does not say how. Let it implement {@code Reversible}, or write a new migration. */
    NOT_REVERSIBLE("DM216"),
    /** What lies below the baseline was not applied by this history. Choose a {@code target} of at least the baseline. */
    BELOW_BASELINE("DM217"),
    /** What the version machine was asked for is no version. Name a whole number from 0, or none for the latest. */
    BAD_TARGET("DM218"),
    /** Nobody has named a table, and the history's is not the one that is called like the logical name. Name one of them. */
    TABLE_UNDECIDED("DM219"),
    /** A version that is to be undone has another guard than the run that applied it. Put {@code @Guard} back as it was. */
    GUARD_DIFFERS("DM220"),
    /** A later version wrote the same table under the same guard. Choose a higher target, or say that the items were others. */
    MAY_BE_TOUCHED_LATER("DM221"),
    /** A table is said to have a version that does not count as applied to it. Say the one that does, or use another history. */
    TABLE_VERSION_UNKNOWN("DM222"),
    /** Another tool's last migration failed, and how far it came is not known. Look, and say what the data has with {@code baseline}. */
    LEFT_FAILED("DM224"),
    /** A run is RUNNING. Wait until it has ended. */
    RUN_IN_PROGRESS("DM301"),
    /** The lock was not given free in time. Wait for its holder, or see who it is and unlock. */
    LOCK_HELD("DM302"),
    /** The lock was lost to another holder, or could not be renewed in time: this process stops writing. Start it again. */
    LOCK_LOST("DM303"),
    /** The history changed under this process, so that what it was about to record no longer holds. Start it again. */
    HISTORY_MOVED_ON("DM304"),
    /** Another worker has claimed the segment since. Nothing is to be done: that one goes on. */
    SEGMENT_TAKEN("DM305"),
    /** The process that worked on a run ended without recording an end. Nothing is to be done: the next start resumes it. */
    OWNER_GONE("DM306"),
    /** The run was asked to stop before its end. Start it again: it goes on from its checkpoints. */
    STOPPED("DM307"),
    /** The holder of the lock is alive, or nobody can tell. Wait for it, or stop it in an orderly way. */
    HOLDER_ALIVE("DM308"),
    /** What is to be changed by hand needs a reason, which the history keeps. Say why. */
    REASON_MISSING("DM309"),
    /** The history table has other keys than it must have. Name another table, or say what its keys are called. */
    HISTORY_KEYS("DM311"),
    /** The history table did not become ACTIVE in time. Try again. */
    HISTORY_NOT_ACTIVE("DM312"),
    /** A table does not exist. Create it, or name the right one. */
    TABLE_NOT_FOUND("DM313"),
    /** An index that a migration reads does not exist. Create it, or correct {@code index}. */
    INDEX_NOT_FOUND("DM314"),
    /** The table has replicas, and nothing says that writers use one region. Declare it with {@code @Writers(region)}. */
    REPLICAS_UNDECLARED("DM315"),
    /** A ledger's markers cannot be written in one transaction with its table. Declare {@code @Guard(ITEM)}, or deploy there. */
    LEDGER_ELSEWHERE("DM316"),
    /** No region is known. Name it with {@code region}, or in the AWS configuration. */
    NO_REGION("DM321"),
    /** No AWS credentials are found. Log in, or name the {@code profile} that has them. */
    NO_CREDENTIALS("DM322"),
    /** An operator asked the run to end. Start it again when that is settled: it goes on from its checkpoints. */
    ABORTED("DM323"),
    /** There is no run that could be aborted or given another rate. Look at {@code status}; rates of a later run are given to it. */
    NO_RUN("DM324"),
    /** DynamoDB does not answer. See that it is there and can be reached; then run it again: it goes on from its checkpoints. */
    UNREACHABLE("DM325"),
    /** The deployment's wait is over and the run is not. Deploy again, or raise {@code deploymentTimeout}. */
    TIME_IS_UP("DM331"),
    /** The code of a function changed while its run was under way. Nothing is to be done: deploying again resumes the run. */
    CODE_EXCHANGED("DM332"),
    /** CloudFormation did not take an answer. Nothing is to be done: it is sent again, or the deployment fails by its limit. */
    ANSWER_NOT_TAKEN("DM333"),
    /** A deployment names another history table than before. Name the same one, or deploy a new stack. */
    HISTORY_RENAMED("DM334"),
    /** The execution of a deployment ended and its run did not. Deploy again: the run goes on from its checkpoints. */
    EXECUTION_OVER("DM335"),
    /** Requests of a worker that went missing may still be under way. Nothing is to be done: that is waited for. */
    STILL_UNCLEAN("DM336"),
    /** The goal {@code await} has waited as long as it may. Call it again, or raise {@code timeout}. */
    AWAITED_TOO_LONG("DM337"),
    /** The version machine of a stack does not know a version's state machine. Deploy the stack again, with that version emitted. */
    NOT_REGISTERED("DM341"),
    /** The user's function said FAILED or threw. See its log, mend it, and start the version machine again. */
    RUNNER_FAILED("DM342"),
    /** The user's function answered without a status or a version. Let it answer as the version machine's page says. */
    RUNNER_ANSWER("DM343"),
    /** A history of runs of migrations cannot be given to a function. Give it another history, or leave {@code RunnerFunction} empty. */
    RUNNER_BESIDE_RUNS("DM344"),
    /** An attribute is of another type than the migration read it as. Read it with {@code get()}, or reject the item. */
    ATTRIBUTE_TYPE(AttributeTypeException.CODE),
    /** The migration changes again what it has returned. Declare a guard, or let it recognise its own result. */
    NOT_SETTLING("DM410"),
    /** The migration gave two different changes for the same item. Take time, ids and parameters from the run context. */
    NOT_DETERMINISTIC("DM411"),
    /** The migration deletes, and nothing says what writers may add meanwhile. Declare it with {@code @Writers}. */
    DELETE_UNPROVABLE("DM412"),
    /** A later run has written an item: this one has been left behind. Let the later one finish. */
    SUPERSEDED("DM413"),
    /** More items were rejected than {@code maxRejected} allows. Correct the items or the migration, or raise it. */
    TOO_MANY_REJECTED("DM414"),
    /** DynamoDB refused an expression of the migration's source. Correct its filter, names and values. */
    SOURCE_REFUSED("DM415"),
    /** DynamoDB or STS denied an action. Give the role the right, or the trust, that the message names. */
    ACCESS_DENIED("DM416"),
    /** DynamoDB refused the same request for too long. Lower the capacity units, or raise the table's; then resume. */
    REFUSED_TOO_LONG("DM417"),
    /** {@code @Guard(LEDGER)} is declared without a version attribute. Declare it with {@code @Writers}. */
    LEDGER_UNPROVABLE("DM418"),
    /** Sweeps keep finding items of the old shape. Deploy writers of the new shape first, then run it again. */
    NOT_CONVERGED("DM419"),
    /** Items carry no guard, so that nobody knows whether they were migrated. Say {@code updateOnly} if writers only update. */
    UNPROVEN_ITEMS("DM420"),
    /** A task threw. Mend its cause and run it again: the steps that are marked as done are skipped. */
    TASK_FAILED("DM421"),
    /** A rehearsal walked a run again and it wrote. Let it keep what it has already migrated, or declare a guard. */
    SECOND_WALK_WROTE("DM422"),
    /** A rehearsal asked for the latest version again and a run started. Report it: an applied version must start nothing. */
    STARTED_AGAIN("DM423"),
    /** Items are still to be changed by a version that was applied. Look who writes the old shape; a new version changes them. */
    RESIDUAL_FOUND("DM424"),
    /** An item carries the guard of another history: its table was cloned, or is shared. Say which version the data has. */
    STRANGE_GUARD("DM425"),
    /** An item carries a rank that its restored table is said not to have. Restore another state, or correct the item. */
    FORGOTTEN_GUARD("DM426"),
    /** Something that this software did not expect. Run it again; if it stays, report it with the frames that are shown. */
    UNEXPECTED("DM499");

    private final String code;

    FailureCode(String code) {
        this.code = code;
    }

    /** The stable code, such as {@code DM302}. */
    public String code() {
        return code;
    }

    /**
     * The exception to throw.
     *
     * @param rest what follows the code: what happened, where, the facts of both sides, the way out, in one line
     * @return the exception
     */
    public MigrationException exception(String rest) {
        return new MigrationException(code, rest);
    }
}
