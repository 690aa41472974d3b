package io.github.dynamodbmigrations.deployed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test of deployments: {@code it/engines/cloud/run} gives it what it needs, and what happened is printed when it fails. Each has
 * a stack and tables of its own, and waits most of the time, so that some of them run at once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = Cloud.GIVEN, matches = ".+", disabledReason = "it/verify runs it")
@ExtendWith(Traces.class)
@Execution(ExecutionMode.CONCURRENT)
public @interface Deployed {}
