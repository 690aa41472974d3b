package io.github.dynamodbmigrations.problem;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/** A goal stops because of one or more problems, all of them found before it wrote anything. */
public final class ProblemException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Stops because of these problems; there is at least one. */
    public ProblemException(List<Problem> problems) {
        super(problems.get(0).code().code(), summary(problems));
        this.problems = List.copyOf(problems);
    }

    /** Stops because of this problem. */
    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /** Stops because of one problem. */
    public ProblemException(ProblemCode code, String what, String where, String remedy) {
        this(new Problem(code, what, where, remedy));
    }

    /** The problems, in the order in which they are shown. */
    public List<Problem> problems() {
        return problems;
    }

    /** The problems one by one, if there is more than the one that the message tells. */
    public List<Problem> others() {
        return problems.size() > 1 ? problems : List.of();
    }

    private static String summary(List<Problem> problems) {
        var first = problems.get(0);
        var line = first.line().substring(first.code().code().length() + 1);
        if (problems.size() == 1) {
            return line;
        }
        var others =
                problems.stream().skip(1).map(problem -> problem.code().code()).distinct();
        return line + " Also " + (problems.size() - 1) + " more: " + others.collect(Collectors.joining(", ")) + ".";
    }
}
