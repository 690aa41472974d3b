package shop;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.Throttle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Holds what compilers are known, or might be thought, to translate differently. */
@Migration(version = 1, table = "Shop", description = "Everything")
@Scan(filter = "attribute_exists(total)")
@Throttle(writeUnits = 10)
public class V0001_Everything implements ItemMigration {
    enum Color { RED, GREEN, BLUE }

    sealed interface Shape permits Circle, Square {}

    record Circle(int radius, String name) implements Shape {}

    record Square(long side) implements Shape {
        Square {
            if (side < 0) {
                throw new IllegalArgumentException("side");
            }
        }
    }

    static final Map<String, Integer> SIZES = new HashMap<>() {
        {
            put("small", 1);
        }
    };

    private int counter;
    private String tag = "tag";

    @Override
    public Change migrate(Item item, RunContext run) {
        return Change.update(item.with("total", Totals.of(concat(item, 1, 2, 'c', "s", Color.RED, new StringBuilder()))));
    }

    String enumStatement(Color color) {
        switch (color) {
            case RED:
                return "red";
            case BLUE:
                return "blue";
            default:
                return "other";
        }
    }

    int enumExpression(Color color) {
        return switch (color) {
            case BLUE -> 3;
            case RED -> 1;
            case GREEN -> switch (otherColor(color)) {
                case RED -> 7;
                default -> 2;
            };
        };
    }

    Color otherColor(Color color) {
        return color;
    }

    int foreignEnum(TimeUnit unit, Totals.Kind kind) {
        int first = switch (unit) {
            case DAYS -> 1;
            case HOURS -> 2;
            default -> 0;
        };
        switch (kind) {
            case NET:
                first++;
            case GROSS:
                first += 2;
                break;
            default:
        }
        return first;
    }

    String strings(String text) {
        return switch (text) {
            case "Aa", "BB" -> "one hash, two texts";
            case "c" -> {
                String more = text + 1;
                yield more;
            }
            default -> "d";
        };
    }

    String concat(Object object, Integer boxed, int number, char letter, String text, Color color, StringBuilder builder) {
        String all = "a" + object + boxed + number + letter + text + color + builder + tag + "\u0001x";
        all += number;
        return all;
    }

    String patterns(Object object, Map<String, Object> map) {
        if (object instanceof Circle circle && circle.radius() > 3) {
            return "circle" + circle.name();
        }
        if (map.get("a") instanceof String text && !text.isEmpty()) {
            return text;
        }
        if (!(object instanceof Square square)) {
            return "none";
        }
        return "square" + square.side();
    }

    Supplier<String> localClass(String zeta, int alpha, long mid) {
        class Local implements Supplier<String> {
            final String first = zeta;
            final int extra;

            Local(int extra) {
                Supplier<String> early = () -> zeta + alpha + first;
                this.extra = extra + alpha + early.get().length();
            }

            Local() {
                this(12);
            }

            @Override
            public String get() {
                return mid + zeta + alpha + extra + counter + new Local(1).extra;
            }
        }
        class Within extends Local {
            Within() {
                super(5);
            }

            @Override
            public String get() {
                return super.get() + alpha;
            }
        }
        Supplier<String> viaLambda = () -> new Local(3).get() + zeta;
        IntFunction<Local> made = Local::new;
        return counter > 1 ? new Local() : made.apply(7).first.isEmpty() ? viaLambda : new Within();
    }

    Supplier<String> withoutOuter(String zeta, int alpha) {
        class Plain implements Supplier<String> {
            @Override
            public String get() {
                return alpha + zeta;
            }
        }
        return new Plain();
    }

    Comparator<String> anonymous(String zeta, int number, double alpha) {
        return new Comparator<>() {
            int calls = number;

            @Override
            public int compare(String left, String right) {
                calls++;
                Supplier<Runnable> inner = () -> new Runnable() {
                    @Override
                    public void run() {
                        calls += number;
                        counter++;
                    }
                };
                inner.get().run();
                return (alpha + left + number).compareTo(zeta + right);
            }
        };
    }

    List<String> lambdas(List<String> in, String prefix) {
        Function<String, String> nested = text -> {
            Supplier<String> inner = () -> text + prefix;
            return inner.get();
        };
        Function<String, String> ownStatic = V0001_Everything::hidden;
        Function<String, String> own = this::shown;
        Function<String, String> withVarargs = this::varargs;
        BiFunction<Integer, String, Circle> constructor = Circle::new;
        IntFunction<int[]> array = int[]::new;
        Supplier<String> ofSuper = super::toString;
        Runnable serializable = (Runnable & Serializable) () -> counter++;
        serializable.run();
        array.apply(constructor.apply(1, ofSuper.get()).radius());
        return in.stream().map(nested).map(ownStatic).map(own).map(withVarargs)
                .map(text -> text.trim())
                .map(text -> text.trim())
                .map(text -> new Circle(1, text).name())
                .toList();
    }

    Optional<String> lambdaInLambda(Optional<String> text) {
        return text.flatMap(a -> Optional.of(a).map(b -> a + b + tag)).or(() -> Optional.of(tag));
    }

    private static String hidden(String text) {
        return text + "!";
    }

    String shown(String text) {
        return text + counter;
    }

    String varargs(Object... all) {
        return Arrays.toString(all);
    }

    void resources(AutoCloseable given) throws Exception {
        try (given; AutoCloseable own = () -> {}) {
            counter++;
        } finally {
            counter--;
        }
    }

    int failing(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException | NullPointerException failed) {
            return -1;
        } finally {
            counter++;
        }
    }

    int loops(int n, List<Integer> list, int[] array) {
        int total = 0;
        outer:
        for (int i = 0; i < n; i++) {
            for (Integer each : list) {
                if (each == 3) {
                    continue outer;
                }
                total += each;
            }
        }
        for (int each : array) {
            total ^= each;
        }
        while (total > 3 && n > 2 || total < 0) {
            total--;
        }
        do {
            total++;
        } while (total < 9);
        return total;
    }

    boolean booleans(boolean a, boolean b, Boolean c) {
        boolean result = a ? b : c;
        return result && !(a || b) ^ c;
    }

    class Inner {
        int start = counter;

        class Deep {
            int sum = start + counter;
        }
    }

    class WithoutOuter {
        int one = 1;
    }

    static class Nested {
        private int hidden;
    }

    int inner() {
        WithoutOuter without = new WithoutOuter();
        Inner inner = new Inner();
        Inner.Deep deep = inner.new Deep();
        Nested nested = new Nested();
        nested.hidden = 4;
        V0001_Everything other = this;
        return without.one + inner.start + deep.sum + nested.hidden + other.new Inner().start;
    }

    Object localTypes(int number) {
        record Pair(int left, int right) {}
        enum Letter { A, B }
        interface Named {
            String name();
        }
        Letter letter = number > 1 ? Letter.A : Letter.B;
        switch (letter) {
            case A:
                number++;
                break;
            case B:
                number--;
        }
        Named named = letter::name;
        return named.name() + new Pair(number, letter.ordinal());
    }

    synchronized <T extends Comparable<T>> T greatest(List<? extends T> list) {
        T greatest = null;
        synchronized (this) {
            for (T each : new ArrayList<>(list)) {
                if (greatest == null || each.compareTo(greatest) > 0) {
                    greatest = each;
                }
            }
        }
        assert greatest != null : "empty" + list;
        return greatest;
    }

    interface WithDefault {
        default int number() {
            return hidden();
        }

        private int hidden() {
            return 2;
        }
    }

    static class Overriding implements WithDefault {
        @Override
        public int number() {
            return WithDefault.super.number() + 1;
        }
    }

    Object numbers(Object object) {
        int chosen = object == null ? 0 : 1;
        Integer boxed = chosen;
        boxed++;
        long wide = boxed;
        wide += 2.5;
        char letter = 'a';
        letter += 1;
        return """
                text
                  block""" + letter + wide + 100_000 + 1.5f;
    }
}
