/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.maven;

import org.jspecify.annotations.NullMarked;
