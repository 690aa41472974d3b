package io.github.dynamodbmigrations.model;

/**
 * The kinds of problem that can be seen without running anything: DM1xx of classes and annotations, DM5xx of the
 * configuration, DM6xx of the emitted application. Each has a section in docs/problems.md. The others belong to the
 * runtime.
 */
public enum ProblemCode {
    /** Two migrations have the same version: give one of them the next free version, which the message names. */
    DUPLICATE_VERSION("DM101", false),
    /** The class name says another version than the annotation: make them equal, or leave the number out of the name. */
    NAME_VERSION_MISMATCH("DM102", false),
    /** The engine cannot make the class: it must be public, static if nested, and have a public constructor without parameters. */
    NOT_INSTANTIABLE("DM103", false),
    /** The class implements no kind of migration, or both items and task: implement ItemMigration, Reversible or TaskMigration. */
    NO_KIND("DM104", false),
    /** The table's logical name is missing, or is not a letter followed by letters and digits: correct @Migration(table). */
    BAD_TABLE("DM105", false),
    /** A class or parameter has a name that cannot stand in a template: rename it. */
    BAD_NAME("DM106", false),
    /** LEDGER without a version attribute: declare it by @Writers(versionAttribute), or choose another guard. */
    LEDGER_WITHOUT_VERSION("DM107", false),
    /** A delete that cannot know what writers add meanwhile: update into a tombstone, or say in @Writers what they do. */
    UNPROVABLE_DELETE("DM108", false),
    /** A class file is newer than the Lambda runtime or this plugin: compile for an older release, or use a newer one. */
    CLASS_TOO_NEW("DM109", false),
    /** The version is not above firstVersion, the version of data before any migration: give it a higher one. */
    VERSION_TOO_LOW("DM110", false),
    /** An annotation's element is malformed, out of its range, or contradicts another: correct it as the message says. */
    BAD_ANNOTATION("DM111", false),
    /** The skeleton that create wrote has not been filled in: write its body, or delete the class. */
    UNFINISHED("DM112", false),
    /** A class file is damaged: compile again from a clean directory. */
    UNREADABLE_CLASS("DM113", false),
    /** A filter and its names and values do not fit together: declare each placeholder once, and use each. */
    BAD_FILTER("DM114", false),
    /** The policy file of @Grants is missing or no policy document in JSON: correct the path or the file. */
    UNREADABLE_GRANTS("DM115", false),
    /** A goal's parameter is missing or malformed: give it as the message says. */
    BAD_PARAMETER("DM501", false),
    /** create would overwrite a file or take a version that is taken: choose another name or version. */
    ALREADY_THERE("DM502", false),
    /** The goal would run in several modules: choose one with -pl. */
    SEVERAL_MODULES("DM503", false),
    /** create cannot tell which table is meant: name it with -Dtable. */
    TABLE_UNKNOWN("DM504", false),
    /** There are sources of migrations without their class files: run mvn package, which compiles first. */
    NOT_COMPILED("DM505", false),
    /** There is no migration, and failIfNone asks for one: create one, or leave failIfNone out. */
    NO_MIGRATIONS("DM506", false),
    /** The endpoint is on another machine: say allowRemoteEndpoint if that is meant. */
    REMOTE_ENDPOINT("DM507", false),
    /** validate found problems: each has its own code and way out. */
    NOT_VALID("DM508", false),
    /** A goal would write to an account that was not confirmed: add confirm with the account's id, as the message says. */
    NOT_CONFIRMED("DM509", false),
    /** The samconfig.toml has no such environment: correct configEnv, or describe the environment in the file. */
    UNKNOWN_ENVIRONMENT("DM510", false),
    /** The samconfig.toml cannot be understood: mend the place that the message names. */
    SAMCONFIG_UNREADABLE("DM511", false),
    /** A goal needs a table that no history knows, and only an export says what it is called: name it, as the message says. */
    TABLE_ONLY_EXPORTED("DM512", false),
    /** code/ would exceed what AWS Lambda takes: leave libraries out with excludes, or give migrations their own module. */
    CODE_TOO_LARGE("DM601", false),
    /** A library of the AWS SDK is older than the engine needs: raise its version or import the SDK's BOM. */
    SDK_TOO_OLD("DM602", false),
    /** The module's dynamodb-migrations-runtime is missing at run time or of another version than the plugin. */
    RUNTIME_MISMATCH("DM603", false),
    /** An include or exclude matches nothing: correct or remove it. */
    MATCHES_NOTHING("DM604", true),
    /** The project's template is missing, or is neither YAML nor JSON: mend it, or set templateFile. */
    TEMPLATE_UNREADABLE("DM521", false),
    /** A table's keys or indexes depend on something that only a deployment knows, or are not there: write a table.json. */
    TABLE_SHAPE_UNKNOWN("DM522", false),
    /** No template and no table.json says what a migration's table looks like: declare it, or map its name with tables. */
    TABLE_NOT_DECLARED("DM523", false),
    /**
     * A line of a fixture file is no item of its table: correct the line. {@code Customers.jsonl} holds plain JSON, such as
     * <code>{"id": "1", "points": 5}</code>, and {@code Customers.dynamodb.jsonl} DynamoDB's own, such as
     * <code>{"id": {"S": "1"}, "points": {"N": "5"}}</code>.
     */
    BAD_FIXTURE("DM524", false),
    /** DynamoDB refuses to create a table of this shape: correct its declaration. */
    TABLE_REFUSED("DM525", false),
    /** DynamoDB Local cannot be resolved from the project's repositories: see the message, or set endpoint. */
    LOCAL_NOT_RESOLVED("DM526", false),
    /** DynamoDB Local ended or did not answer: read its output, or set endpoint. */
    LOCAL_NOT_STARTED("DM527", false),
    /** The database at the endpoint does not answer or does not do what is asked: start it anew. */
    ENDPOINT_UNUSABLE("DM528", false),
    /** The engine could not be run from the files of code/: add what is missing with includes. */
    CODE_UNUSABLE("DM529", false),
    /** Sources changed after they were compiled: compile before the goal, with mvn process-classes. */
    STALE_CLASSES("DM530", false),
    /** The code of a migration reaches the clock, so that a second look differs: use run.startedAt(). */
    READS_CLOCK("DM121", true),
    /** The code of a migration reaches a random source: derive the value from the item. */
    READS_RANDOM("DM122", true),
    /** The code of a migration of items calls a service: take what it needs from parameters, or write a task. */
    CALLS_SERVICE("DM123", true),
    /** A class is a migration in all but the annotation, so it never runs: add @Migration. */
    NOT_ANNOTATED("DM124", true),
    /** A text of the user holds template syntax or characters that are not for display; write it in plain words. */
    UNSAFE_TEXT("DM611", false),
    /** A name that is emitted is outside the allow-list; rename it. */
    UNSAFE_NAME("DM612", false),
    /** Two things would get the same name in an emitted template; rename one of them. */
    NAME_TAKEN("DM613", false),
    /** The policy file of Grants is no policy document, or grants more than named actions on named resources. */
    BAD_GRANTS("DM614", false),
    /** More migrations than fit CloudFormation's limits; emit only the newer ones with emitFrom. */
    TOO_MANY_MIGRATIONS("DM615", false),
    /** One emitted template, policy or name is larger than AWS takes; make its cause smaller. */
    TOO_LARGE("DM616", false),
    /** The deployment cannot wait as long as deploymentTimeout says; choose 1 minute to 24 hours. */
    BAD_TIMEOUT("DM617", false),
    /** sam deploy gives up before the migrations must have ended: write the line that the message names. */
    WAIT_TOO_SHORT("DM618", true),
    /** A deployment may last longer than temporary credentials do: give CloudFormation a role of its own with role_arn. */
    CREDENTIALS_MAY_END("DM619", true),
    /** Many migrations are emitted, and each is a nested stack that deployments visit; emit only newer ones with emitFrom. */
    MANY_CHILDREN("DM620", true),
    /** sam deploy will be refused for lack of a capability: write the line that the message names. */
    CAPABILITY_MISSING("DM621", true),
    /** A role is given for the table of a migration with LEDGER: let it declare ITEM, or deploy in the table's account. */
    LEDGER_WITH_ROLE("DM622", false);

    private final String code;
    private final boolean warning;

    ProblemCode(String code, boolean warning) {
        this.code = code;
        this.warning = warning;
    }

    /** The stable code, such as {@code DM101}. */
    public String code() {
        return code;
    }

    /** Whether it only warns. */
    public boolean isWarning() {
        return warning;
    }
}
