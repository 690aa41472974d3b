/** What ran, what runs, and who may write: states, ranks, bindings and the fenced lock, without AWS calls. */
@NullMarked
package io.github.dynamodbmigrations.history;

import org.jspecify.annotations.NullMarked;
