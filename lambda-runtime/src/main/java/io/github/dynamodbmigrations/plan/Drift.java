package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Run;

/** Whether the code of an applied version is still what was applied. */
public enum Drift {
    /** It is. */
    NONE("nothing"),
    /** The migration's class changed. */
    CLASS("its class"),
    /** Only classes that it reaches changed. */
    REACHED("what it reaches");

    private final String text;

    Drift(String text) {
        this.text = text;
    }

    /** What changed, in words. */
    public String text() {
        return text;
    }

    /** Compares. */
    static Drift of(Run applied, PackagedMigration migration) {
        if (!applied.checksums().own().equals(migration.checksums().own())) {
            return CLASS;
        }
        return applied.checksums().reached().equals(migration.checksums().reached()) ? NONE : REACHED;
    }
}
