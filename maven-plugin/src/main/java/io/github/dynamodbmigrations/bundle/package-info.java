/** What is emitted below target/dynamodb-migrations: the exact files as values, and their writing. */
@NullMarked
package io.github.dynamodbmigrations.bundle;

import org.jspecify.annotations.NullMarked;
