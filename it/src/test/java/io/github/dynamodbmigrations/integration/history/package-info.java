/** The history, its lock and its checkpoints on DynamoDB Local. */
@NullMarked
package io.github.dynamodbmigrations.integration.history;

import org.jspecify.annotations.NullMarked;
