/** The migrations that the deployed or rehearsed code contains. */
@NullMarked
package io.github.dynamodbmigrations.catalog;

import org.jspecify.annotations.NullMarked;
