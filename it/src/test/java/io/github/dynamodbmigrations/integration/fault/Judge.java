package io.github.dynamodbmigrations.integration.fault;

import static java.math.BigDecimal.ZERO;
import static java.util.stream.Collectors.groupingBy;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import io.github.dynamodbmigrations.integration.fault.Verdict.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges a migration by the application's own record: every acknowledged write shows exactly once, what was deleted is
 * gone, and the migration shows exactly once in everything that is left.
 *
 * @param before the things of before the run
 * @param effect what the migration adds to each counter
 */
record Judge(Map<String, Thing> before, BigDecimal effect) {
    private static final Thing NOTHING = new Thing(ZERO, List.of(), "", false);

    /**
     * The verdict.
     *
     * @param operations of all writers; those of one writer in their order
     * @param after what the table holds: a thing that is there twice is listed twice
     */
    Verdict judge(Collection<Operation> operations, Map<String, List<Thing>> after) {
        var byId = operations.stream().collect(groupingBy(Operation::id));
        var verdict = new Verdict.Builder();
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(byId.keySet());
        ids.addAll(after.keySet());
        for (var id : ids) {
            new Trial(id, byId.getOrDefault(id, List.of()), verdict).judge(after.getOrDefault(id, List.of()));
        }
        return verdict.build();
    }

    /** The case of one thing. */
    private final class Trial {
        private final String id;
        private final List<Operation> operations;
        private final Verdict.Builder verdict;

        Trial(String id, List<Operation> operations, Verdict.Builder verdict) {
            this.id = id;
            this.operations = operations;
            this.verdict = verdict;
        }

        void judge(List<Thing> copies) {
            var deleted = of(Kind.DELETE, Outcome.OK).findAny().isPresent();
            var certain = before.containsKey(id)
                    || of(Kind.INSERT, Outcome.OK).findAny().isPresent();
            var possible = certain || of(Kind.INSERT, Outcome.INFO).findAny().isPresent();
            var mayBeGone = deleted || of(Kind.DELETE, Outcome.INFO).findAny().isPresent();
            verdict.add(copies.isEmpty() && certain && !mayBeGone, Fault.LOST, id);
            verdict.add(!copies.isEmpty() && (deleted || !possible), Fault.RESURRECTED, id);
            verdict.add(copies.size() > 1, Fault.DOUBLED, id);
            copies.forEach(this::judge);
        }

        private void judge(Thing thing) {
            verdict.add(!thing.migrated(), Fault.MISSED, id);
            judgeTokens(thing.tokens());
            judgeText(thing.text());
            judgeCounter(thing.counter());
        }

        private void judgeTokens(List<String> tokens) {
            var acknowledged = new HashSet<>(original().tokens());
            of(Kind.APPEND, Outcome.OK).map(Operation::value).forEach(acknowledged::add);
            var allowed = new HashSet<>(acknowledged);
            of(Kind.APPEND, Outcome.INFO).map(Operation::value).forEach(allowed::add);
            verdict.add(!tokens.containsAll(acknowledged), Fault.LOST, id);
            verdict.add(Set.copyOf(tokens).size() < tokens.size(), Fault.DOUBLED, id);
            verdict.add(!allowed.containsAll(tokens), Fault.RESURRECTED, id);
        }

        /** One writer sets the text of a thing, so the last acknowledged text or one of unknown fate after it is right. */
        private void judgeText(String text) {
            var right = new HashSet<>(Set.of(original().text()));
            for (var operation : operations) {
                if (operation.kind() == Kind.SET || operation.kind() == Kind.INSERT) {
                    if (operation.outcome() == Outcome.OK) {
                        right.clear();
                    }
                    if (operation.outcome() != Outcome.FAIL) {
                        right.add(operation.value());
                    }
                }
            }
            verdict.add(!right.contains(text), Fault.LOST, id);
        }

        /** What is over after the acknowledged additions is the migration's, and at most the additions of unknown fate. */
        private void judgeCounter(BigDecimal counter) {
            var rest = counter.subtract(original().counter()).subtract(sum(Outcome.OK));
            var unknown = sum(Outcome.INFO);
            var times = effect.signum() == 0 ? ZERO : rest.divide(effect, 0, RoundingMode.HALF_UP);
            var additions = rest.subtract(times.multiply(effect));
            verdict.add(additions.signum() < 0, Fault.LOST, id);
            verdict.add(additions.compareTo(unknown) > 0, Fault.DOUBLED, id);
            verdict.add(effect.signum() != 0 && times.signum() <= 0, Fault.MISSED, id);
            verdict.add(times.compareTo(BigDecimal.ONE) > 0, Fault.DOUBLED, id);
        }

        private BigDecimal sum(Outcome outcome) {
            return Stream.concat(of(Kind.ADD, outcome), of(Kind.PUT, outcome))
                    .map(added -> new BigDecimal(added.value()))
                    .reduce(ZERO, BigDecimal::add);
        }

        private Stream<Operation> of(Kind kind, Outcome outcome) {
            return operations.stream().filter(operation -> operation.kind() == kind && operation.outcome() == outcome);
        }

        private Thing original() {
            return before.getOrDefault(id, NOTHING);
        }
    }
}
