package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a class is the migration of one version.
 *
 * <p>The class is public, not abstract, has a public constructor without parameters, and implements
 * {@link ItemMigration}, {@link Reversible} or {@link TaskMigration}. Its name may begin with {@code V<version>_}
 * (leading zeros allowed); if it does, that number must equal {@link #version()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Migration {
    /** The version that the data has after this migration: above {@code firstVersion}, unique, gaps are legal. */
    long version();

    /**
     * The logical name of the table, for example {@code Customers}. It becomes the parameter {@code CustomersTable} of
     * the emitted templates and the property {@code dynamodb-migrations.tables.Customers} of every goal; the physical
     * name or ARN is given there. Required except for a {@link TaskMigration}.
     */
    String table() default "";

    /** One line for people, at most 256 characters. Not part of the checksums. */
    String description() default "";

    /**
     * How many minutes a deployment waits for this migration, 1 to 1,485; 0 for what {@code package} is configured with
     * for all. Not part of the checksums.
     */
    int deploymentTimeout() default 0;

    /** What to do if this class changes after a run of it wrote items and did not succeed. Not part of the checksums. */
    OnChange onChange() default OnChange.STOP;
}
