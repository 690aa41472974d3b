package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.operate.Present;
import io.github.dynamodbmigrations.operate.Repair;
import io.github.dynamodbmigrations.operate.TableVersions;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.TableFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings what the history says in line with what there is. */
final class RepairGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        call.existing();
        var engine = call.engine();
        var ports = engine.ports();
        var repair = new Repair(ports.amendments(), ports.rejects());
        var there = new Present(
                call.catalog().migrations(),
                tables(call, engine),
                engine.settings().planner().emitFrom());
        var versions = new TableVersions(
                call.entry().tableVersions(),
                run -> ports.plans().read(run).table().map(TableIdentity::logical));
        call.underLock(ports)
                .call(
                        call.owner(),
                        held -> repair.repair(
                                held.lease().holding(),
                                repair.find(
                                        ports.history().open(),
                                        there,
                                        call.entry().repair(),
                                        versions),
                                call.entry().repair(),
                                call.signature()))
                .forEach(call.console()::line);
        return Map.of();
    }

    /** A table that is gone is no other one. */
    private static List<TableIdentity> tables(GoalCall call, GoalCall.Engine engine) {
        return call.catalog().migrations().stream()
                .map(MigrationDefinition::table)
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(logical ->
                        engine.ports().tables().find(logical, engine.settings().table(logical)).stream())
                .map(TableFacts::identity)
                .toList();
    }
}
