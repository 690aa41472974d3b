package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The RUN items.
 *
 * @param items keys and common attributes
 */
record RunCodec(HistoryItemCodec items) {
    private static final String STATE = "runState";
    private static final String RUN_ID = "runId";
    private static final String STARTED_AT = "startedAt";
    private static final String ENDED_AT = "endedAt";
    private static final String ATTEMPTS = "attempts";
    private static final String ATTEMPT = "attempt";
    private static final String CAUSE_CODE = "errorCode";
    private static final String CAUSE = "errorMessage";
    private static final String TALLY = "tally";
    private static final String WROTE = "wrote";
    private static final String PASS = "pass";
    private static final String DATE = "date";
    private static final String UUID = "uuid";
    private static final String OWNER = "owner";
    private static final String OWNER_KIND = "ownerKind";

    Run read(StoredItem item) {
        return new Run(
                item.number(HistoryItemCodec.VERSION),
                item.number(HistoryItemCodec.RANK),
                HistoryItemCodec.undoing(item),
                RunState.valueOf(item.text(STATE)),
                item.text(RUN_ID),
                item.instant(STARTED_AT),
                item.maybeText(ENDED_AT).map(Instant::parse),
                item.list(ATTEMPTS).stream().map(RunCodec::attempt).toList(),
                HistoryItemCodec.checksums(item),
                item.maybeText(CAUSE_CODE).map(code -> new Cause(code, item.text(CAUSE))),
                TallyCodec.read(item.map(TALLY)),
                item.flag(WROTE),
                (int) item.number(PASS));
    }

    Map<String, AttributeValue> key(RunKey run) {
        return items.key(HistoryItemCodec.runSort(run.rank()));
    }

    /** A new run. */
    HistoryWrite start(Run run) {
        var begun = HistoryItemCodec.checksums(new ItemBuilder().all(key(run.key())), run.checksums());
        var item = HistoryItemCodec.undoing(begun, run.undoing())
                .number(HistoryItemCodec.VERSION, run.version())
                .number(HistoryItemCodec.RANK, run.rank())
                .text(STATE, run.state().name())
                .text(RUN_ID, run.runId())
                .instant(STARTED_AT, run.startedAt())
                .value(ATTEMPTS, attempts(run))
                .text(ATTEMPT, run.attempt().uuid())
                .map(TALLY, TallyCodec.write(run.tally()))
                .flag(WROTE, run.wrote())
                .number(PASS, run.pass())
                .build();
        return HistoryItemCodec.create(item, STATE);
    }

    /** A new attempt of a run that was in a state. */
    HistoryWrite resume(Run before, Run after) {
        return update(
                before,
                Expression.of("SET #runState = :state, #attempts = :attempts, #attempt = :attempt,"
                                + " #checksum = :checksum, #reachedChecksum = :reached"
                                + " REMOVE #endedAt, #errorCode, #errorMessage")
                        .with(":attempts", attempts(after))
                        .with(":attempt", after.attempt().uuid())
                        .with(":checksum", after.checksums().own())
                        .with(":reached", after.checksums().reached()),
                after.state());
    }

    HistoryWrite beginPass(Run before, Run after) {
        return update(
                before,
                Expression.of("SET #runState = :state, #pass = :pass").with(":pass", after.pass()),
                after.state());
    }

    /** The end of an attempt. */
    HistoryWrite end(Run before, Run after) {
        var common = Expression.of("SET #runState = :state, #endedAt = :endedAt, #tally = :tally"
                        + (after.cause().isPresent() ? ", #errorCode = :code, #errorMessage = :message" : ""))
                .with(":endedAt", after.endedAt().orElseThrow().toString())
                .with(":tally", AttributeValue.fromM(TallyCodec.write(after.tally())));
        var update = after.cause()
                .map(cause -> common.with(":code", cause.code()).with(":message", cause.message()))
                .orElse(common);
        return update(before, update, after.state());
    }

    /** Conditional on the state and attempt that it comes from. */
    private HistoryWrite update(Run before, Expression update, RunState state) {
        return new HistoryWrite.Update(
                key(before.key()),
                update.with(":state", state.name()),
                Expression.of("#runState = :fromState AND #attempt = :fromAttempt")
                        .with(":fromState", before.state().name())
                        .with(":fromAttempt", before.attempt().uuid()));
    }

    /** What a run had applied was undone. */
    HistoryWrite undone(RunKey run) {
        return new HistoryWrite.Update(
                key(run),
                Expression.of("SET #runState = :state").with(":state", RunState.UNDONE.name()),
                Expression.of("#runState = :fromState").with(":fromState", RunState.SUCCEEDED.name()));
    }

    HistoryWrite markWrote(RunKey run) {
        return new HistoryWrite.Update(
                key(run),
                Expression.of("SET #wrote = :true").with(":true", true),
                Expression.of("#runState = :running").with(":running", RunState.RUNNING.name()));
    }

    private static AttributeValue attempts(Run run) {
        return AttributeValue.fromL(
                run.attempts().stream().map(RunCodec::attempt).toList());
    }

    private static AttributeValue attempt(Attempt attempt) {
        return AttributeValue.fromM(new ItemBuilder()
                .instant(DATE, attempt.startedAt())
                .text(UUID, attempt.uuid())
                .text(OWNER_KIND, attempt.owner().kind().name())
                .text(OWNER, attempt.owner().id())
                .build());
    }

    private static Attempt attempt(AttributeValue value) {
        var map = new StoredItem(value.m());
        return new Attempt(
                map.instant(DATE),
                map.text(UUID),
                new Owner(Owner.Kind.valueOf(map.text(OWNER_KIND)), map.text(OWNER)));
    }
}
