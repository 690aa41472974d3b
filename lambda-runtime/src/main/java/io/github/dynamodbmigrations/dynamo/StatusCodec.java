package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.CurrentStatus.Status;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.versions.VersionEnd;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The CURRENT_STATUS and VERSION items, whose form others read, too: names, types and keys are exactly those of the
 * migration construct that they come from. Attributes beyond them are ours.
 *
 * @param items keys and common attributes
 */
record StatusCodec(HistoryItemCodec items) {
    private static final String STATUS = "status";
    private static final String PREVIOUS = "previousVersion";
    private static final String TARGET = "targetVersion";
    private static final String METADATA = "metadata";
    private static final String DATE = "date";
    private static final String STARTED_AT = "startedAt";
    private static final String MACHINE = "stateMachineId";

    /** How the names of state machines begin that this software makes. */
    private static final String OUR_MACHINES = "dm-";

    /** What a status says that no run has set: a function may have written it as well as a build tool. */
    private static final String NO_MACHINE = "none";

    private static final String RUN_ID = "runId";
    private static final String STATE = "runState";
    private static final String ERROR_CODE = "errorCode";
    private static final String ERROR_MESSAGE = "errorMessage";

    /** Always with milliseconds, as JavaScript writes instants. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    CurrentStatus read(StoredItem item) {
        return new CurrentStatus(
                Status.valueOf(item.text(STATUS)),
                item.maybeNumber(PREVIOUS),
                item.number(HistoryItemCodec.VERSION),
                !isOurs(item));
    }

    private static boolean isOurs(StoredItem item) {
        return item.maybeMap(METADATA)
                .flatMap(metadata -> metadata.maybeText(MACHINE))
                .map(machine -> machine.substring(machine.lastIndexOf(':') + 1))
                .filter(name -> name.startsWith(OUR_MACHINES) || name.equals(NO_MACHINE) || name.equals(Owner.DIRECT))
                .isPresent();
    }

    /** The status of data that nothing was done to yet. */
    HistoryWrite begin(Instant now) {
        var item = new ItemBuilder()
                .all(items.key(HistoryItemCodec.STATUS_SORT))
                .text(STATUS, Status.NOT_RUN.name())
                .number(HistoryItemCodec.VERSION, items.settings().firstVersion())
                .map(METADATA, metadata(now, now, NO_MACHINE))
                .build();
        return HistoryItemCodec.create(item, HistoryItemCodec.VERSION);
    }

    /** The status after a success; only if nobody else has moved the version. */
    HistoryWrite succeeded(CurrentStatus before, CurrentStatus after, Run run, Instant now) {
        var update = Expression.of("SET #status = :status, #version = :version, #metadata = :metadata"
                        + (after.previousVersion().isPresent() ? ", #previousVersion = :previous" : ""))
                .with(":status", after.status().name())
                .with(":version", after.version())
                .with(":metadata", AttributeValue.fromM(metadata(run, now)));
        return new HistoryWrite.Update(
                items.key(HistoryItemCodec.STATUS_SORT),
                after.previousVersion()
                        .map(previous -> update.with(":previous", previous))
                        .orElse(update),
                Expression.of("#version = :before").with(":before", before.version()));
    }

    /** The status of data that has reached a version without any run; only if nothing was done to it yet. */
    HistoryWrite baseline(CurrentStatus before, long version, Instant now) {
        return new HistoryWrite.Update(
                items.key(HistoryItemCodec.STATUS_SORT),
                Expression.of("SET #status = :status, #version = :version, #previousVersion = :before,"
                                + " #metadata = :metadata")
                        .with(":status", Status.SUCCEEDED.name())
                        .with(":version", version)
                        .with(":metadata", AttributeValue.fromM(metadata(now, now, NO_MACHINE))),
                Expression.of("#version = :before").with(":before", before.version()));
    }

    /** The status after a failure: the version stays. */
    HistoryWrite failed(Run run, Instant now) {
        return failed(metadata(run, now));
    }

    private HistoryWrite failed(Map<String, AttributeValue> metadata) {
        return new HistoryWrite.Update(
                items.key(HistoryItemCodec.STATUS_SORT),
                Expression.of("SET #status = :status, #metadata = :metadata")
                        .with(":status", Status.FAILED.name())
                        .with(":metadata", AttributeValue.fromM(metadata)),
                Expression.of("attribute_exists(#version)"));
    }

    /** The VERSION item of the run's latest attempt. */
    HistoryWrite version(Run run, CurrentStatus before, Instant now) {
        var attempt = run.attempt();
        var key = versionKey(run.reaches(), attempt.startedAt(), attempt.uuid());
        var item = version(key, run.cause(), before.version(), run.reaches())
                .map(METADATA, metadata(run, now))
                .text(RUN_ID, run.runId())
                .number(HistoryItemCodec.RANK, run.rank())
                .text(STATE, run.state().name())
                .build();
        return HistoryItemCodec.create(item, STATUS);
    }

    /** The status after a function of the user has reached a version; only if nobody else has moved it. */
    HistoryWrite reached(VersionEnd end, Instant now) {
        return new HistoryWrite.Update(
                items.key(HistoryItemCodec.STATUS_SORT),
                Expression.of("SET #status = :status, #version = :version, #previousVersion = :before,"
                                + " #metadata = :metadata")
                        .with(":status", Status.SUCCEEDED.name())
                        .with(":version", end.reaches())
                        .with(":metadata", AttributeValue.fromM(metadata(end, now))),
                Expression.of("#version = :before").with(":before", end.before()));
    }

    /** The status after an end without success that no run tells of. */
    HistoryWrite failed(VersionEnd end, Instant now) {
        return failed(metadata(end, now));
    }

    /** The VERSION item of an execution that no run tells of. */
    HistoryWrite version(VersionEnd end, Instant now) {
        var item = version(versionKey(end), end.cause(), end.before(), end.reaches())
                .map(METADATA, metadata(end, now))
                .build();
        return HistoryItemCodec.create(item, STATUS);
    }

    /** Whether a VERSION item tells of a success. */
    boolean isSuccess(StoredItem version) {
        return version.text(STATUS).equals(Status.SUCCEEDED.name());
    }

    Map<String, AttributeValue> versionKey(VersionEnd end) {
        return versionKey(end.reaches(), end.startedAt(), end.uuid());
    }

    private Map<String, AttributeValue> versionKey(long version, Instant startedAt, String uuid) {
        return items.key("VERSION_" + version + "#" + MILLIS.format(startedAt) + "#" + uuid);
    }

    private static ItemBuilder version(
            Map<String, AttributeValue> key, Optional<Cause> cause, long before, long reaches) {
        return new ItemBuilder()
                .all(key)
                .text(STATUS, (cause.isEmpty() ? Status.SUCCEEDED : Status.FAILED).name())
                .number(PREVIOUS, before)
                .number(HistoryItemCodec.VERSION, reaches)
                .number(TARGET, reaches)
                .maybeText(ERROR_CODE, cause.map(Cause::code))
                .maybeText(ERROR_MESSAGE, cause.map(Cause::message));
    }

    private static Map<String, AttributeValue> metadata(VersionEnd end, Instant now) {
        return metadata(now, end.startedAt(), end.owner().stateMachineId());
    }

    private static Map<String, AttributeValue> metadata(Run run, Instant now) {
        return metadata(now, run.attempt().startedAt(), run.attempt().owner().stateMachineId());
    }

    private static Map<String, AttributeValue> metadata(Instant date, Instant startedAt, String machine) {
        return new ItemBuilder()
                .text(DATE, MILLIS.format(date))
                .text(STARTED_AT, MILLIS.format(startedAt))
                .text(MACHINE, machine)
                .build();
    }
}
