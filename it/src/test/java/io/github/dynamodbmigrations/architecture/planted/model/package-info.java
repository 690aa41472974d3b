/** Planted violations. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted.model;

import org.jspecify.annotations.NullMarked;
