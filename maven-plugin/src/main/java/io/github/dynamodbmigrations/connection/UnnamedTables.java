package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Arn;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.plan.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which tables are meant that nobody has named: those of the history, since CloudFormation may have named them. A table that
 * is called like the logical name may be meant as well, so that nothing is guessed where that is another one. Whether it still
 * exists is not asked.
 *
 * @param tables describes tables
 * @param historyArn the ARN of the history's table
 * @param bindings what the history says, by logical name
 */
record UnnamedTables(Tables tables, Optional<String> historyArn, Map<String, Binding> bindings) {
    private static final String TABLE = ":table/";

    /**
     * What they are called, unless that is the logical name.
     *
     * @param logical the logical names that nobody has named a table for
     * @throws MigrationException if nobody can know which one is meant
     */
    Map<String, String> names(Collection<String> logical) {
        var names = new HashMap<String, String>();
        for (var each : logical) {
            var bound = Optional.ofNullable(bindings.get(each));
            bound.filter(it -> !name(it).equals(each)).ifPresent(it -> names.put(each, only(it)));
        }
        return names;
    }

    private String only(Binding bound) {
        var name = name(bound);
        var isGone = tables.find(bound.logical(), name).isEmpty();
        namesake(bound.logical())
                .filter(found -> !found.arn().equals(bound.arn()))
                .ifPresent(found -> {
                    throw undecided(bound, isGone, found);
                });
        return name;
    }

    /** Whoever may not even look at it does not mean it. */
    private Optional<TableIdentity> namesake(String logical) {
        try {
            return tables.find(logical, logical).map(TableFacts::identity);
        } catch (MigrationException refused) {
            if (refused.code().equals(FailureCode.ACCESS_DENIED.code())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Its ARN, unless it lies where the history does. */
    private String name(Binding bound) {
        var isHere = historyArn.map(Arn::of).equals(Optional.of(Arn.of(bound.arn())));
        return isHere ? bound.arn().substring(bound.arn().indexOf(TABLE) + TABLE.length()) : bound.arn();
    }

    private RuntimeException undecided(Binding bound, boolean isGone, TableIdentity namesake) {
        var logical = bound.logical();
        var itself = setting(logical, logical);
        return FailureCode.TABLE_UNDECIDED.exception("nobody says which table is meant: " + logical
                + ". This history describes " + bound.text() + (isGone ? ", which does not exist any more" : "")
                + ", and " + namesake.arn() + " is called " + logical + ". "
                + (isGone
                        ? "If that took its place, add " + itself + "."
                        : "For the one of this history add " + setting(logical, name(bound))
                                + "; the other one has another history, to be named with"
                                + " -Ddynamodb-migrations.historyTable=<name>."));
    }

    private static String setting(String logical, String name) {
        return "-Ddynamodb-migrations.tables." + logical + "=" + name;
    }
}
