package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.history.Amendment.Act;
import java.util.List;

/** What people did to a history beside running migrations. */
public interface Amendments {
    /**
     * Does something and appends that it was done, in one transaction and only with the lock.
     *
     * @param holding the lock
     * @param act what to do
     * @param who who does it
     * @param why why
     * @return what was appended
     * @throws io.github.dynamodbmigrations.MigrationException if the lock was lost, or the history is not as it was read
     */
    Amendment append(Holding holding, Act act, String who, String why);

    /** All of them, in the order in which they were made. */
    List<Amendment> list();
}
