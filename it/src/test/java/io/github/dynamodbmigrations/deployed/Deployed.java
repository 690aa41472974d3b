package io.github.dynamodbmigrations.deployed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of deployments: {@code it/engines/cloud/run} gives it what it needs, and what happened is printed when it fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(named = Cloud.GIVEN, matches = ".+", disabledReason = "it/verify deployed runs it")
@ExtendWith(Traces.class)
@interface Deployed {}
