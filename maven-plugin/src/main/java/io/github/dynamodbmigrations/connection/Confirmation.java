package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.util.Optional;

/**
 * The user's word that a goal may write to the account that it would write to.
 *
 * @param goal the goal
 * @param given the account that was named, if one was
 */
public record Confirmation(String goal, Optional<String> given) {
    /**
     * Stops unless the user has named the account, or the database is one of this machine.
     *
     * @param place what would be written to
     * @throws ProblemException if so
     */
    public void require(Place place) {
        var account = place.account();
        if (place.connection().isLocal() || given.filter(account::equals).isPresent()) {
            return;
        }
        throw new ProblemException(
                ProblemCode.NOT_CONFIRMED,
                goal + " would write, and "
                        + given.map(other -> "account " + other + " was confirmed")
                                .orElse("nothing was confirmed"),
                place.shown(),
                "If these are meant, add -Ddynamodb-migrations.confirm=" + account + ".");
    }
}
