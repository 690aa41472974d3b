/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.lambda;

import org.jspecify.annotations.NullMarked;
