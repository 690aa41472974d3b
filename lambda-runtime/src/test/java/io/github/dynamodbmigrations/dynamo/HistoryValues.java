package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.history.Work;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever a history keeps. */
public final class HistoryValues extends DomainContextBase {
    @Provide
    Arbitrary<ItemKey> keys() {
        var values = Arbitraries.oneOf(
                text().map(AttributeValue::fromS),
                Combinators.combine(
                                Arbitraries.bigIntegers()
                                        .between(BigInteger.TEN.pow(37).negate(), BigInteger.TEN.pow(37)),
                                Arbitraries.integers().between(-80, 80))
                        .as((unscaled, scale) -> AttributeValue.fromN(new BigDecimal(unscaled, scale).toString())),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(1)
                        .ofMaxSize(9)
                        .map(bytes -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes))));
        return Arbitraries.maps(Arbitraries.of("pk", "sk", "byDate", "state", "#odd name"), values)
                .ofMinSize(1)
                .map(ItemKey::new);
    }

    @Provide
    Arbitrary<RejectCode> rejectCodes() {
        return Arbitraries.of(RejectCode.class);
    }

    @Provide
    Arbitrary<Checkpoint> checkpoints() {
        var counts = Combinators.combine(number(), number(), number(), number(), number());
        var flags = Combinators.combine(flag(), flag());
        return Combinators.combine(
                        wheres(), keys().optional(), counts.as(Counts::new), tallies(), text(), flags.as(Flags::new))
                .as((where, key, counted, tally, worker, flag) -> new Checkpoint(
                        where,
                        key,
                        counted.seq,
                        counted.evaluated,
                        tally,
                        counted.residual,
                        counted.unproven,
                        counted.epoch,
                        worker,
                        flag.checkedOut,
                        flag.done));
    }

    private record Counts(long seq, long evaluated, long residual, long unproven, long epoch) {}

    private record Flags(boolean checkedOut, boolean done) {}

    @Provide
    Arbitrary<LockState> heldLocks() {
        var work = Combinators.combine(number(), number(), checksums())
                .as((version, rank, code) -> new Work(new RunKey(version, rank), code));
        var life = Arbitraries.integers().between(1, 900).map(Duration::ofSeconds);
        var unclean = Combinators.combine(text(), life, work).as(LockState.Unclean::new);
        var holder = Combinators.combine(owners(), text(), life, life, instants(), work.optional())
                .as(LockState.Holder::new);
        return Combinators.combine(number(), holder, unclean.optional())
                .as((epoch, held, mark) -> new LockState(epoch, Optional.of(held), mark));
    }

    static Holding holding(LockState lock) {
        return new Holding(lock.holder().orElseThrow().owner(), lock.epoch());
    }

    @Provide
    Arbitrary<Control> controls() {
        var wish = Combinators.combine(text(), Arbitraries.strings().ofMaxLength(9), instants())
                .as(Control.Wish::new);
        var run = Combinators.combine(number(), number()).as(RunKey::new);
        var units = Arbitraries.doubles().between(0, 40_000);
        var rate = Combinators.combine(run, units, units, wish).as(Control.Rate::new);
        var abort = Combinators.combine(run, number(), wish).as(Control.Abort::new);
        return Combinators.combine(number(), rate.optional(), wish.optional(), abort.optional())
                .as(Control::new);
    }

    @Provide
    Arbitrary<Amendment> amendments() {
        var run = Combinators.combine(number(), number()).as(RunKey::new);
        var act = Arbitraries.<Amendment.Act>oneOf(
                number().map(Amendment.Baseline::new),
                number().map(Amendment.Accepted::new),
                Combinators.combine(run, checksums(), checksums()).as(Amendment.Realigned::new),
                Combinators.combine(bindings(), bindings()).as(Amendment.Rebound::new),
                Combinators.combine(text(), number(), run.list().ofMaxSize(3)).as(Amendment.Restored::new),
                Arbitraries.of(new Amendment.GuardsAccepted()),
                Combinators.combine(run, number()).as(Amendment.Waived::new),
                Combinators.combine(run, Arbitraries.integers().between(1, 9)).as(Amendment.Unverified::new),
                Combinators.combine(run, number(), number()).as(Amendment.Retried::new),
                Combinators.combine(owners(), number()).as(Amendment.Unlocked::new));
        return Combinators.combine(
                        number(), instants(), text(), Arbitraries.strings().ofMaxLength(9), act)
                .as(Amendment::new);
    }

    @Provide
    Arbitrary<Binding> bindings() {
        return Combinators.combine(text(), text(), text().optional()).as(Binding::new);
    }

    @Provide
    Arbitrary<Run> runs() {
        var attempts = Combinators.combine(instants(), text(), owners())
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        var ends = Combinators.combine(
                        Arbitraries.of(RunState.class),
                        instants(),
                        Combinators.combine(text(), text()).as(Cause::new))
                .as(End::new);
        return Combinators.combine(
                        number(), number(), undoings().optional(), ends, attempts, checksums(), tallies(), flag())
                .as((version, rank, undoing, end, tries, code, tally, wrote) -> new Run(
                        version,
                        rank,
                        undoing,
                        end.state,
                        "run",
                        end.at,
                        end.state == RunState.RUNNING ? Optional.empty() : Optional.of(end.at),
                        tries,
                        code,
                        end.state == RunState.FAILED ? Optional.of(end.cause) : Optional.empty(),
                        tally,
                        wrote,
                        3));
    }

    private static Arbitrary<Undoing> undoings() {
        return Combinators.combine(number(), number()).as(Undoing::new);
    }

    private record End(RunState state, Instant at, Cause cause) {}

    @Provide
    Arbitrary<RunPlan> plans() {
        var tables = Combinators.combine(text(), text(), text(), text().optional(), schemas())
                .as(TableIdentity::new);
        var writers = Combinators.combine(
                        text().optional(), text().list().ofMaxSize(3), flag(), flag(), text().optional())
                .as(WriterFacts::new);
        var parameters =
                Arbitraries.maps(text(), Arbitraries.strings().ofMaxLength(5)).ofMaxSize(3);
        return Combinators.combine(
                        number(),
                        instants(),
                        parameters,
                        tables.optional(),
                        sources(),
                        Arbitraries.of(GuardMode.class),
                        writers,
                        checksums())
                .as((version, started, given, table, source, guard, facts, code) -> new RunPlan(
                        version,
                        version + 1,
                        version % 2 == 0
                                ? Optional.of(new Undoing(
                                        version - 1,
                                        version - 2,
                                        version % 4 == 0 ? Set.of(version - 3) : Set.of(),
                                        version % 6 == 0 ? Set.of(version, version + 1) : Set.of()))
                                : Optional.empty(),
                        version % 5 == 0 ? Optional.of(version - 2) : Optional.empty(),
                        "run-" + version,
                        started,
                        given,
                        table,
                        source,
                        7,
                        guard,
                        "_dm_00000001",
                        facts,
                        table.map(TableIdentity::name),
                        code,
                        version,
                        new KnownGuards(version % 2 == 0, version % 3 == 0 ? Set.of(version, version + 1) : Set.of())));
    }

    private static Arbitrary<Source> sources() {
        var index = Combinators.combine(text(), schemas()).as(Source.Index::new).optional();
        var values = Arbitraries.maps(text(), text().map(AttributeValue::fromS)).ofMaxSize(2);
        var filter = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(9),
                        Arbitraries.maps(text(), text()).ofMaxSize(2),
                        values)
                .as(Filter::new);
        var scans = Combinators.combine(index, filter).as(Source.Scan::new).map(Source.class::cast);
        var queries = Combinators.combine(index, text(), text().map(AttributeValue::fromN), filter)
                .as(Source.Query::new)
                .map(Source.class::cast);
        return Arbitraries.oneOf(scans, queries);
    }

    private static Arbitrary<Tally> tallies() {
        return Arbitraries.integers()
                .between(0, 1_000_000)
                .list()
                .ofSize(9)
                .map(n -> new Tally(
                        n.subList(0, 7).stream().mapToLong(Integer::longValue).sum(),
                        n.get(0),
                        n.get(1),
                        n.get(2),
                        n.get(3),
                        n.get(4),
                        n.get(5),
                        n.get(6),
                        n.get(7),
                        n.get(8)));
    }

    private static Arbitrary<SegmentPass> wheres() {
        var small = Arbitraries.integers().between(1, 9_999);
        return Combinators.combine(number(), number(), small, small).as(SegmentPass::new);
    }

    private static Arbitrary<KeySchema> schemas() {
        return Combinators.combine(text(), text().optional()).as(KeySchema::new);
    }

    private static Arbitrary<Owner> owners() {
        return Combinators.combine(Arbitraries.of(Owner.Kind.class), text()).as(Owner::new);
    }

    private static Arbitrary<Checksums> checksums() {
        return Combinators.combine(text(), text()).as(Checksums::new);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("#_:.- äß€")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static Arbitrary<Long> number() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE / 2);
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }
}
