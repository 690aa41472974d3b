/** All that a run talks to, as ports: what an adapter has to bring. */
@NullMarked
package io.github.dynamodbmigrations.engine;

import org.jspecify.annotations.NullMarked;
