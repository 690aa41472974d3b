/**
 * An application that writes while a migration runs, and a judge that compares what it was promised with what became of
 * it.
 */
@NullMarked
package io.github.dynamodbmigrations.integration.fault;

import org.jspecify.annotations.NullMarked;
