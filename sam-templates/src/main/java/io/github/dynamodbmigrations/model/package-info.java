/** What is deployed for a project's migrations: values only, without files, clock or AWS. */
@NullMarked
package io.github.dynamodbmigrations.model;

import org.jspecify.annotations.NullMarked;
