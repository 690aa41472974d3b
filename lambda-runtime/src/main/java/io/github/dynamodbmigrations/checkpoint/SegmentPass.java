package io.github.dynamodbmigrations.checkpoint;

/**
 * One walk through one segment.
 *
 * @param version the run's version
 * @param rank the run's rank
 * @param pass counted from 1: writing passes and verify passes of a run share the numbering
 * @param segment zero-based
 */
public record SegmentPass(long version, long rank, int pass, int segment) {}
