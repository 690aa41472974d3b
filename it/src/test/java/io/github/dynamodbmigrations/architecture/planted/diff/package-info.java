/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.diff;

import org.jspecify.annotations.NullMarked;
