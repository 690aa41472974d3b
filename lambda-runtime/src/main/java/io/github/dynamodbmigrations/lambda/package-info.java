/** The functions of a deployment: an event in, one call of the engine, ids and counts out. */
@NullMarked
package io.github.dynamodbmigrations.lambda;

import org.jspecify.annotations.NullMarked;
