/** Writes the skeleton of a new migration, its test, and what a project needs to deploy migrations. */
@NullMarked
package io.github.dynamodbmigrations.scaffold;

import org.jspecify.annotations.NullMarked;
