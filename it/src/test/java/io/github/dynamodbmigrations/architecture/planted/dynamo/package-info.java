/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.dynamo;

import org.jspecify.annotations.NullMarked;
