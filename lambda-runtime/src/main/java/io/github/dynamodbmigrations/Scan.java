package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Narrows or directs the parallel scan that feeds {@link ItemMigration#migrate}. Without it, the whole table is
 * scanned. A filter holds for {@code migrate}, not for {@code reverse}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scan {
    /** The index to scan for keys; the migration still receives the whole base item. Empty: the table itself. */
    String index() default "";

    /**
     * A DynamoDB filter expression. It selects the items, and it must still hold when a change is written.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html">Scan</a>
     */
    String filter() default "";

    /** Names used in the filter, as {@code "#s=status"}; needed for DynamoDB's reserved words. */
    String[] names() default {};

    /** Values used in the filter, as {@code ":v=S:open"}; the type is {@code S}, {@code N}, {@code BOOL} or {@code NULL}. */
    String[] values() default {};

    /** The number of segments, 1 to 1,000,000; 0 lets the plan choose from the size of the table. */
    int segments() default 0;
}
