/** What is emitted and what runs agree: names of handlers, fields of events, and the order of states. */
@NullMarked
package io.github.dynamodbmigrations.contract;

import org.jspecify.annotations.NullMarked;
