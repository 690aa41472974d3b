/** Reads a project's class files, without ever loading one: what they declare, call and reach, and their checksums. */
@NullMarked
package io.github.dynamodbmigrations.bytecode;

import org.jspecify.annotations.NullMarked;
