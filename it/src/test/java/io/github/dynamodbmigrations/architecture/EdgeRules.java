package io.github.dynamodbmigrations.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What differs from one run to the next enters at the edges only: handlers, goals, and the entry of an isolated run. */
final class EdgeRules {
    private static final Set<String> NEW = Set.of("<init>");

    private static final Map<Class<?>, Set<String>> AMBIENT = Map.ofEntries(
            Map.entry(Instant.class, Set.of("now")),
            Map.entry(LocalDate.class, Set.of("now")),
            Map.entry(LocalDateTime.class, Set.of("now")),
            Map.entry(OffsetDateTime.class, Set.of("now")),
            Map.entry(ZonedDateTime.class, Set.of("now")),
            Map.entry(Clock.class, Set.of("system", "systemUTC", "systemDefaultZone")),
            Map.entry(System.class, Set.of("currentTimeMillis", "nanoTime")),
            Map.entry(Thread.class, Set.of("sleep")),
            Map.entry(TimeUnit.class, Set.of("sleep")),
            Map.entry(LockSupport.class, Set.of("parkNanos", "parkUntil")),
            Map.entry(UUID.class, Set.of("randomUUID")),
            Map.entry(Math.class, Set.of("random")),
            Map.entry(Random.class, NEW),
            Map.entry(SecureRandom.class, NEW),
            Map.entry(ThreadLocalRandom.class, Set.of("current")));

    private static final Map<Class<?>, Set<String>> ENVIRONMENT =
            Map.of(System.class, Set.of("getenv", "getProperty", "getProperties"));

    private static final Map<Class<?>, Set<String>> CONSOLE = Map.of(
            System.class, Set.of("out", "err", "exit"),
            Runtime.class, Set.of("exit", "halt"),
            Throwable.class, Set.of("printStackTrace"));

    private EdgeRules() {}

    static ArchRule noAmbientTime(String root) {
        return below(root, "use clock, sleep or randomness", AMBIENT);
    }

    static ArchRule noEnvironment(String root) {
        return below(root, "read the environment", ENVIRONMENT);
    }

    static ArchRule nothingPrintsOrExits(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("are hand-written", type -> !type.getSimpleName().equals("HelpMojo")))
                // A function whose role is too new ends its own process, so that the next one has fresh credentials.
                .and(describe(
                        "are no function's process",
                        type -> !type.getName().equals(root + ".lambda.RuntimeEnvironment")))
                .should()
                .accessTargetWhere(describe("print or exit", access -> reaches(access, CONSOLE)))
                .allowEmptyShould(true);
    }

    private static ArchRule below(String root, String what, Map<Class<?>, Set<String>> forbidden) {
        return noClasses()
                .that(describe("are below the edges", type -> !isEdge(type, root)))
                .should()
                .accessTargetWhere(describe(what, access -> reaches(access, forbidden)))
                .allowEmptyShould(true);
    }

    /** Request handlers, goals with the process that they launch, and the entry of an isolated run with its machine. */
    private static boolean isEdge(JavaClass type, String root) {
        var place = type.getPackageName();
        return Set.of(root + ".lambda", root + ".maven", root + ".launch").contains(place)
                || type.getName().startsWith(root + ".run.DirectEntry")
                || type.getName().startsWith(root + ".run.Machine");
    }

    private static boolean reaches(JavaAccess<?> access, Map<Class<?>, Set<String>> forbidden) {
        AccessTarget target = access.getTarget();
        return forbidden.entrySet().stream()
                .anyMatch(entry -> target.getOwner().isEquivalentTo(entry.getKey())
                        && entry.getValue().contains(target.getName()));
    }
}
