package io.github.dynamodbmigrations.integration.fault;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the application sees of an item, whatever its shape.
 *
 * @param counter what was added up
 * @param tokens what was appended
 * @param text what was set
 * @param migrated whether it has the new shape
 */
record Thing(BigDecimal counter, List<String> tokens, String text, boolean migrated) {
    Thing {
        tokens = List.copyOf(tokens);
    }
}
