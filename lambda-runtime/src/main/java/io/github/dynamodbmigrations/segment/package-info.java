/** Driving one segment from its checkpoint to its end: pages, conflicts, rejects. */
@NullMarked
package io.github.dynamodbmigrations.segment;

import org.jspecify.annotations.NullMarked;
