/** Measures the engine against the loop that one would write by hand. Not part of the tests: {@code mvn verify -Pbench}. */
@NullMarked
package io.github.dynamodbmigrations.bench;

import org.jspecify.annotations.NullMarked;
