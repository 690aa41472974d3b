/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.scan;

import org.jspecify.annotations.NullMarked;
