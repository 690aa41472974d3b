package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.deployment.VersionWalk;
import io.github.dynamodbmigrations.deployment.VersionWalk.Asked;
import io.github.dynamodbmigrations.deployment.VersionWalk.Step;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.versions.Leg;
import io.github.dynamodbmigrations.versions.Registration;
import io.github.dynamodbmigrations.versions.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step of the version machine through our migrations.
 *
 * @param session the engine
 * @param event a call of the machine
 */
record VersionStep(Session session, Event event) {
    private static final String CHILD = "child";
    private static final int ROLE_WAIT_SECONDS = 10;
    private static final int SHORTEST_WAIT = 2;
    private static final int LONGEST_WAIT = 600;

    Map<String, Object> advance(Registration registration) {
        var target = Target.of(event.fields().get("input"));
        var asked = new Asked(
                event.text("execution"),
                registration,
                MigrationCatalog.load(VersionStep.class.getClassLoader()).migrations(),
                settings(new Event(registration.common()), target));
        var walk = new VersionWalk(
                session.ports(),
                session.versions(),
                session.workflow(),
                session.surroundings().uuids());
        try {
            return answer(walk.next(asked, last()));
        } catch (MigrationException stop) {
            if (NewRole.isDenied(stop) && since().compareTo(NewRole.PATIENCE) < 0) {
                return Map.of("next", "WAIT", "waitSeconds", ROLE_WAIT_SECONDS);
            }
            throw stop;
        }
    }

    private static PlannerSettings settings(Event common, Optional<Long> target) {
        return new PlannerSettings(
                target, common.number("emitFrom", 0), common.is("outOfOrder"), false, common.is("failOnDrift"));
    }

    private Event child() {
        return event.event("last").event(CHILD);
    }

    private Optional<Step.Follow> last() {
        var child = child();
        return child.find("execution")
                .map(execution -> new Step.Follow(
                        new Leg(child.number("version"), Direction.valueOf(child.text(Leg.DIRECTION))), execution));
    }

    private Duration since() {
        return Duration.between(Instant.parse(event.text("started")), Instant.parse(event.text("entered")));
    }

    private Map<String, Object> answer(Step step) {
        if (step instanceof Step.Follow follow) {
            return waiting(follow);
        }
        return step instanceof Step.Failed failed ? VersionEnds.failed(failed.code()) : VersionEnds.done();
    }

    /** Waits get longer, since a machine's history is bounded: half of what was waited for the same execution. */
    private Map<String, Object> waiting(Step.Follow follow) {
        var isSame = last().map(Step.Follow::leg).equals(Optional.of(follow.leg()));
        var after = isSame ? child().number("after") : since().toSeconds();
        var waited = since().toSeconds() - after;
        return Map.of(
                "next",
                "WAIT",
                "waitSeconds",
                Math.max(SHORTEST_WAIT, Math.min(LONGEST_WAIT, waited / 2)),
                CHILD,
                Map.of(
                        "version",
                        follow.leg().version(),
                        Leg.DIRECTION,
                        follow.leg().direction().name(),
                        "execution",
                        follow.execution(),
                        "after",
                        after));
    }
}
