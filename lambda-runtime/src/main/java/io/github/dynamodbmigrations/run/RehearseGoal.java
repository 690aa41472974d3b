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
        try {
            new Rehearsal(engine.runner(), secondWalk, call.console()).rehearse();
        } finally {
            call.showHistory(engine.ports());
        }
        return Map.of();
    }
}
