/** Rehearses migrations: a local DynamoDB with the project's tables and fixtures, and the engine in a class loader of its own. */
@NullMarked
package io.github.dynamodbmigrations.launch;

import org.jspecify.annotations.NullMarked;
