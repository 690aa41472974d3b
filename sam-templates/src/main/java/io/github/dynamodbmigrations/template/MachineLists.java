package io.github.dynamodbmigrations.template;

import java.util.ArrayList;
import java.util.List;

/**
 * The state machines of all migrations as lists that are short enough for a parameter, which takes 4,096 characters, and for
 * a managed policy, which takes 6,144.
 *
 * @param sizes how many machines each list has
 */
record MachineLists(List<Integer> sizes) {
    /** An ARN of a machine has at most 122 characters, in the partition and the region with the longest names. */
    private static final int MOST = 30;

    static MachineLists of(int machines) {
        var sizes = new ArrayList<Integer>();
        for (var start = 0; start < machines; start += MOST) {
            sizes.add(Math.min(MOST, machines - start));
        }
        return new MachineLists(List.copyOf(sizes));
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
        var names = new ArrayList<String>();
        for (var list = 1; list <= sizes.size(); list++) {
            names.add("Machines" + list);
        }
        return names;
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
