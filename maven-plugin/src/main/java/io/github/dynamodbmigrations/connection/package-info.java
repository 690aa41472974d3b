/** Where a history and its tables are, as whom they are reached, and what has to be confirmed before they are written. */
@NullMarked
package io.github.dynamodbmigrations.connection;

import org.jspecify.annotations.NullMarked;
