package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.bytecode.MethodCall;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Calls that a function of an item should not make, since they answer differently each time.
 *
 * @param code what kind of problem it is
 * @param remedy what to do instead
 */
record ImpureCalls(ProblemCode code, String remedy) {
    private static final ImpureCalls CLOCK =
            new ImpureCalls(ProblemCode.READS_CLOCK, "Use run.startedAt(), the same for every item and resume.");
    private static final ImpureCalls RANDOM = new ImpureCalls(
            ProblemCode.READS_RANDOM, "Derive the value from the item's keys, so that a second look gives the same.");
    private static final ImpureCalls SERVICE = new ImpureCalls(
            ProblemCode.CALLS_SERVICE,
            "Take what it needs from the item or run.parameter(), or write a TaskMigration.");

    private static final Set<String> CLOCKS =
            Set.of("java/lang/System.currentTimeMillis", "java/lang/System.nanoTime", "java/util/Calendar.getInstance");
    private static final Pattern NOW = Pattern.compile("java/time/(chrono/)?\\w+\\.now");
    private static final Pattern SYSTEM_CLOCK = Pattern.compile(
            "java/time/(Clock\\.(system|tick(Millis|Seconds|Minutes))" + "\\w*|InstantSource\\.system)");
    private static final Set<String> CLOCKS_WITHOUT_ARGUMENT =
            Set.of("java/util/Date.<init>", "java/util/GregorianCalendar.<init>");

    private static final Set<String> RANDOMS =
            Set.of("java/util/UUID.randomUUID", "java/lang/Math.random", "java/lang/StrictMath.random");
    private static final Set<String> RANDOMS_WITHOUT_ARGUMENT =
            Set.of("java/util/Random.<init>", "java/util/SplittableRandom.<init>");
    private static final Pattern RANDOM_TYPE =
            Pattern.compile("java/util/concurrent/ThreadLocalRandom|java/security/SecureRandom|java/util/random/\\w+");
    private static final Pattern SERVICE_TYPE = Pattern.compile(
            "software/amazon/awssdk/(services|enhanced|http)/.*Client"
                    + "(Builder)?|com/amazonaws/services/.*Client(Builder)?|java/net/(http/HttpClient|URLConnection|Socket)");

    static Optional<ImpureCalls> of(MethodCall call) {
        String method = call.owner() + "." + call.name();
        boolean hasArgument = !call.descriptor().startsWith("()");
        if (SERVICE_TYPE.matcher(call.owner()).matches()) {
            return Optional.of(SERVICE);
        }
        if (RANDOMS.contains(method)
                || RANDOM_TYPE.matcher(call.owner()).matches()
                || (RANDOMS_WITHOUT_ARGUMENT.contains(method) && !hasArgument)
                || (method.equals("java/util/Collections.shuffle")
                        && !call.descriptor().contains("Random"))) {
            return Optional.of(RANDOM);
        }
        // with a clock as an argument, that clock decides
        boolean hasClock = call.descriptor().contains("Ljava/time/Clock;)");
        return CLOCKS.contains(method)
                        || (NOW.matcher(method).matches() && !hasClock)
                        || SYSTEM_CLOCK.matcher(method).matches()
                        || (CLOCKS_WITHOUT_ARGUMENT.contains(method) && !hasArgument)
                ? Optional.of(CLOCK)
                : Optional.empty();
    }
}
