package io.github.dynamodbmigrations.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The state machines of all migrations as lists that are short enough for a parameter, which takes 4,096 characters, and for
 * a managed policy, which takes 6,144.
 *
 * @param lists how many lists there are
 */
record MachineLists(int lists) {
    /** An ARN of a machine has at most 122 characters, in the partition and the region with the longest names. */
    private static final int MOST = 30;

    static MachineLists of(int machines) {
        return new MachineLists((machines + MOST - 1) / MOST);
    }

    /** A parameter for each. */
    List<TemplateParameter> parameters() {
        return names().stream()
                .map(name -> new TemplateParameter(
                        name,
                        Block.of("Type", "CommaDelimitedList")
                                .with("Description", "ARNs of the state machines of migrations, at most " + MOST)))
                .toList();
    }

    List<String> names() {
        return IntStream.rangeClosed(1, lists)
                .mapToObj(list -> "Machines" + list)
                .toList();
    }

    /** The elements that belong to each list. */
    <T> List<List<T>> split(List<T> all) {
        var lists = new ArrayList<List<T>>();
        for (var start = 0; start < all.size(); start += MOST) {
            lists.add(all.subList(start, Math.min(start + MOST, all.size())));
        }
        return lists;
    }

    /** The statements that let them be started, one for each list. */
    List<Block> starting() {
        return names().stream()
                .map(name -> Block.of("Effect", "Allow")
                        .with("Action", List.of("states:StartExecution"))
                        .with("Resource", Intrinsic.ref(name)))
                .toList();
    }
}
