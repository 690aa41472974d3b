/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.write;

import org.jspecify.annotations.NullMarked;
