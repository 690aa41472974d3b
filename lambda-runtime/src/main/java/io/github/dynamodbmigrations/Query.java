package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feeds {@link ItemMigration#migrate} from a query of one partition instead of a scan. That an item lies in the
 * partition must still hold when its change is written. It holds for {@code migrate}, not for {@code reverse}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Query {
    /** The index to query for keys; the migration still receives the whole base item. Empty: the table itself. */
    String index() default "";

    /** The name of the partition key attribute of the table or index. */
    String partitionKey();

    /** The partition, as {@code "S:OPEN"} or {@code "N:7"}. */
    String partitionValue();

    /** A DynamoDB filter expression over attributes that are no keys; as in {@link Scan#filter()}. */
    String filter() default "";

    /** As in {@link Scan#names()}. */
    String[] names() default {};

    /** As in {@link Scan#values()}. */
    String[] values() default {};
}
