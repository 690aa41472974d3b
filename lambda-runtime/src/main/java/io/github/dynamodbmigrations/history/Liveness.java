package io.github.dynamodbmigrations.history;

/** Says whether the owner of a lock still lives, where that can be asked. */
@FunctionalInterface
public interface Liveness {
    /** Asks nobody: a workflow is taken to live, and a process of its own lives as long as its heartbeat. */
    Liveness HEARTBEAT = owner -> owner.kind() == Owner.Kind.DIRECT ? Verdict.ASK_HEARTBEAT : Verdict.ALIVE;

    /**
     * Judges.
     *
     * @param owner the owner
     * @return what is known; an answer that could not be had is {@link Verdict#ALIVE}
     */
    Verdict of(Owner owner);

    /** What is known of an owner. */
    enum Verdict {
        /** It lives, or nobody can tell. */
        ALIVE,
        /** It is over. */
        OVER,
        /** Only its heartbeat tells. */
        ASK_HEARTBEAT
    }
}
