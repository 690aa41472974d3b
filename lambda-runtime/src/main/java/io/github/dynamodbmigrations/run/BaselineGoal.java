package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.operate.Baseline;
import java.util.Map;

/** Says which version the data had when its history began. */
final class BaselineGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        var version = call.entry()
                .baselineVersion()
                .orElseThrow(() -> FailureCode.UNKNOWN_TARGET.exception("baseline is missing: history table "
                        + call.entry().history().table() + ". Name the version that the data has with"
                        + " -Ddynamodb-migrations.baselineVersion."));
        var ports = call.engine().ports();
        var baseline = new Baseline(call.entry().history().firstVersion(), ports.amendments());
        call.underLock(ports)
                .call(
                        call.owner(),
                        held -> baseline.set(
                                held.lease().holding(), ports.history().open(), version, call.signature()))
                .forEach(call.console()::line);
        return Map.of();
    }
}
