package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.time.Clock;

/**
 * What to report on.
 *
 * @param bundle which migrations
 * @param goal the goal that asks
 * @param history where the history is
 * @param planner what the next run would be asked for
 * @param clock what time it is
 */
public record ReportRequest(
        BundleRequest bundle, String goal, HistorySource history, PlannerSettings planner, Clock clock) {}
