/** What CloudFormation is told, whatever goes wrong: the functions' handlers against a sink in place of its address. */
@NullMarked
package io.github.dynamodbmigrations.responder;

import org.jspecify.annotations.NullMarked;
