package io.github.dynamodbmigrations.run;

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
        var settings = engine.settings();
        var last = settings.planner().target().orElse(Long.MAX_VALUE);
        var migrations = call.catalog().migrations().stream()
                .filter(migration -> migration.version() <= last)
                .toList();
        var rehearsal = new Rehearsal(
                engine.runner(),
                version -> call.engine(settings.to(version)).runner(),
                migrations,
                engine.ports().history()::open,
                secondWalk,
                call.console());
        call.showingHistory(engine.ports(), rehearsal::rehearse);
        return Map.of();
    }
}
