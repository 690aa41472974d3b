/**
 * What authors of migrations compile against, and nothing else.
 *
 * <p>A migration is a pure function from an {@link io.github.dynamodbmigrations.Item} to a
 * {@link io.github.dynamodbmigrations.Change}. The engine owns reading, diffing, writing, retrying, throttling and
 * counting.
 */
@NullMarked
package io.github.dynamodbmigrations;

import org.jspecify.annotations.NullMarked;
