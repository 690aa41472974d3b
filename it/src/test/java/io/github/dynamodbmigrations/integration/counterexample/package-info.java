/**
 * The counter-examples that shaped the protocols, on the whole engine: each protection at work, and what happens without it.
 */
@NullMarked
package io.github.dynamodbmigrations.integration.counterexample;

import org.jspecify.annotations.NullMarked;
