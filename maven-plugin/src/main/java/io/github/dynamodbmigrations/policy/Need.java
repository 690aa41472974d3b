package io.github.dynamodbmigrations.policy;

import java.util.Arrays;
import java.util.Optional;

/** What each goal needs: of the history, of the tables, of Step Functions. */
enum Need {
    INFO("info", OfHistory.QUERY, OfTables.NOTHING, false),
    VALIDATE("validate", OfHistory.QUERY, OfTables.NOTHING, false),
    STATUS("status", OfHistory.READ, OfTables.DESCRIBE, false),
    AWAIT("await", OfHistory.READ, OfTables.DESCRIBE, true),
    PAUSE("pause", OfHistory.WISH, OfTables.NOTHING, false),
    RESUME("resume", OfHistory.WISH, OfTables.NOTHING, false),
    ABORT("abort", OfHistory.WISH, OfTables.NOTHING, false),
    SET_RATE("set-rate", OfHistory.WISH, OfTables.NOTHING, false),
    MIGRATE("migrate", OfHistory.MAKE, OfTables.MIGRATE, true),
    UNDO("undo", OfHistory.RUN, OfTables.UNDO, true),
    RETRY_FAILED("retry-failed", OfHistory.RUN, OfTables.RETRY, true),
    VERIFY("verify", OfHistory.READ, OfTables.READ, false),
    BASELINE("baseline", OfHistory.MAKE, OfTables.DESCRIBE, true),
    REPAIR("repair", OfHistory.RUN, OfTables.DESCRIBE, true),
    UNLOCK("unlock", OfHistory.RUN, OfTables.DESCRIBE, true);

    /** What is done to the history. */
    enum OfHistory {
        QUERY,
        READ,
        WISH,
        RUN,
        MAKE
    }

    /** What is done to tables. */
    enum OfTables {
        NOTHING,
        DESCRIBE,
        READ,
        MIGRATE,
        RETRY,
        UNDO
    }

    private final String goal;
    private final OfHistory ofHistory;
    private final OfTables ofTables;
    private final boolean isAskingExecutions;

    Need(String goal, OfHistory ofHistory, OfTables ofTables, boolean isAskingExecutions) {
        this.goal = goal;
        this.ofHistory = ofHistory;
        this.ofTables = ofTables;
        this.isAskingExecutions = isAskingExecutions;
    }

    static Optional<Need> of(String goal) {
        return Arrays.stream(values()).filter(need -> need.goal.equals(goal)).findFirst();
    }

    String goal() {
        return goal;
    }

    OfHistory ofHistory() {
        return ofHistory;
    }

    OfTables ofTables() {
        return ofTables;
    }

    boolean isAskingExecutions() {
        return isAskingExecutions;
    }
}
