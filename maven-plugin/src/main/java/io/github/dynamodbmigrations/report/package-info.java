/** What info and validate say: a module's migrations beside what the history knows of them. */
@NullMarked
package io.github.dynamodbmigrations.report;

import org.jspecify.annotations.NullMarked;
