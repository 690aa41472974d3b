/** The deployment's side of a run: trigger resources that start it, wait for it, and end what they have begun. */
@NullMarked
package io.github.dynamodbmigrations.deployment;

import org.jspecify.annotations.NullMarked;
