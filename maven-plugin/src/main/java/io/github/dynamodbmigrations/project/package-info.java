/** The user's module as the goals see it: files and libraries, without a type of the build tool. */
@NullMarked
package io.github.dynamodbmigrations.project;

import org.jspecify.annotations.NullMarked;
