/** Finds the migrations of a project in its class files, and everything that is wrong with them. */
@NullMarked
package io.github.dynamodbmigrations.discovery;

import org.jspecify.annotations.NullMarked;
