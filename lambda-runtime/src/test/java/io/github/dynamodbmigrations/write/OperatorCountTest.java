package io.github.dynamodbmigrations.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class OperatorCountTest {
    /** A condition, and how many operators it was made of. */
    record Condition(String text, int operators) {}

    @Property
    void countsTheOperatorsThatAConditionWasMadeOf(@ForAll("conditions") Condition condition) {
        assertEquals(condition.operators(), OperatorCount.in(condition.text()), condition.text());
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return condition(4);
    }

    private static Arbitrary<Condition> condition(int depth) {
        if (depth == 0) {
            return leaf();
        }
        var part = condition(depth - 1);
        var both = Combinators.combine(part, part, Arbitraries.of(" AND ", " OR ", " and "))
                .as((left, right, word) -> new Condition(
                        "(" + left.text() + word + right.text() + ")", left.operators() + 1 + right.operators()));
        var not = part.map(inner -> new Condition("NOT (" + inner.text() + ")", 1 + inner.operators()));
        return Arbitraries.oneOf(both, both, not, leaf());
    }

    private static Arbitrary<Condition> leaf() {
        var path = Arbitraries.of("a", "#n", "order.and_more", "#or.#not[3]", "between1");
        var value = Arbitraries.of(":v", ":and", ":not1");
        var compared = Combinators.combine(path, Arbitraries.of("=", "<>", "<", "<=", ">", ">="), value)
                .as((name, sign, other) -> new Condition(name + " " + sign + " " + other, 1));
        var between = path.map(name -> new Condition(name + " BETWEEN :x AND :y", 2));
        var in = path.map(name -> new Condition(name + " IN (:x, :y, :z)", 1));
        var called = path.map(name -> new Condition("begins_with(" + name + ", :v)", 1));
        var exists = path.map(name -> new Condition("attribute_not_exists(" + name + ")", 1));
        var size = path.map(name -> new Condition("size(" + name + ") > :v", 2));
        return Arbitraries.oneOf(compared, between, in, called, exists, size);
    }
}
