/** What a run will do, frozen when it first starts; and which runs a target version asks for. */
@NullMarked
package io.github.dynamodbmigrations.plan;

import org.jspecify.annotations.NullMarked;
