/** The goals: parameters in, one call, a report out. */
@NullMarked
package io.github.dynamodbmigrations.maven;

import org.jspecify.annotations.NullMarked;
