package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.versions.Course;
import io.github.dynamodbmigrations.versions.Leg;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.undone.V0002_AddUnderItem;
import shop.undone.V0003_AddMoreUnderItem;

/** The version machine's way down, over two versions that wrote the same items. */
@Execution(ExecutionMode.CONCURRENT)
final class CourseTest extends CounterExample {
    private static final Class<?>[] BOTH = {V0002_AddUnderItem.class, V0003_AddMoreUnderItem.class};

    @Test
    void isRefusedAsAWholeIfAVersionOnItCannotBeUndoneForCertain() {
        things.put("1", number("points", 5));
        engine.migrate(BOTH);

        refused(FailureCode.MAY_BE_TOUCHED_LATER, () -> course(0));
        assertEquals(List.of(new Leg(3, Direction.DOWN)), course(2));
    }

    private List<Leg> course(long target) {
        var ports = engine.ports();
        return Course.of(
                ports.history().read(), Code.of(BOTH).migrations(), PlannerSettings.DEFAULT.to(target), ports.plans());
    }
}
