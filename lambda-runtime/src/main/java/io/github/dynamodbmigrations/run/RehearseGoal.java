package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.plan.MigrationDefinition;
import java.util.Comparator;
import java.util.Map;

/** Applies what is pending, and shows that nothing is left to do. */
final class RehearseGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        var engine = call.engine();
        var secondWalk = new SecondWalk(
                engine.ports(),
                call.surroundings(),
                call.threads(),
                engine.settings().workers());
        try {
            var settings = engine.settings();
            var last = settings.planner().target().orElse(Long.MAX_VALUE);
            var migrations = call.catalog().migrations().stream()
                    .filter(migration -> migration.version() <= last)
                    .sorted(Comparator.comparingLong(MigrationDefinition::version))
                    .toList();
            new Rehearsal(
                            version -> call.engine(settings.to(version)).runner(),
                            migrations,
                            engine.ports().history()::open,
                            secondWalk,
                            call.console())
                    .rehearse();
        } finally {
            call.showHistory(engine.ports());
        }
        return Map.of();
    }
}
