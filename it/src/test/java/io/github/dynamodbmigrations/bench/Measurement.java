package io.github.dynamodbmigrations.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one pass over the table took.
 *
 * @param seconds on the clock
 * @param cpuMicrosPerItem processor time of this process, in microseconds for each item walked over
 * @param itemsPerSecond items walked over
 * @param requests that were sent
 */
record Measurement(double seconds, double cpuMicrosPerItem, double itemsPerSecond, long requests) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** A point in time. */
    record Mark(long nanos, long cpuNanos, long requests) {
        static Mark now() {
            return new Mark(System.nanoTime(), SYSTEM.getProcessCpuTime(), RequestCount.sent());
        }
    }

    static Measurement between(Mark start, Mark end, long items) {
        var seconds = (end.nanos - start.nanos) / 1e9;
        return new Measurement(
                seconds, (end.cpuNanos - start.cpuNanos) / 1e3 / items, items / seconds, end.requests - start.requests);
    }
}
