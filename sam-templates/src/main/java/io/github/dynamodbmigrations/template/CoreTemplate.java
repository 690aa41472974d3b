package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.List;

/** The file {@code core/template.yaml}: the history table, made or adopted by a function, so that it survives every stack. */
final class CoreTemplate {
    static final String PATH = "core/template.yaml";
    static final String HISTORY_ID = "HistoryId";
    static final String HISTORY_TABLE = "HistoryTableName";

    private static final String HISTORY = "History";

    private final ProjectModel project;

    CoreTemplate(ProjectModel project) {
        this.project = project;
    }

    List<TemplateParameter> parameters() {
        return SharedParameters.ofFunctions(project.settings());
    }

    Block template() {
        return Template.of("History of the migrations of " + project.artifactId())
                .with("Parameters", TemplateParameter.section(parameters()))
                .with("Conditions", Surroundings.conditions())
                .with("Resources", resources())
                .with(
                        "Outputs",
                        Template.output(HISTORY_ID, Intrinsic.attribute(HISTORY, HISTORY_ID))
                                .with(Template.output(HISTORY_TABLE, Intrinsic.attribute(HISTORY, "TableName"))));
    }

    private Block resources() {
        var settings = project.settings();
        var function = LambdaFunction.history();
        var rights = Policy.of(HISTORY, Rights.onHistoryTable(), Rights.toBeginHistory(settings.partitionValue()));
        return LambdaFunction.logGroup()
                .with(function.resources(List.of(rights, Surroundings.keys(DataActions.onKeysToMakeHistory()))))
                .with(
                        HISTORY,
                        Block.of("Type", "Custom::DynamoDbMigrationHistory")
                                .with(
                                        "Properties",
                                        Block.of("ServiceToken", Intrinsic.arn(function.functionId()))
                                                .with("ServiceTimeout", 1_200)
                                                .with("Project", project.artifactId())
                                                .with("TableName", Intrinsic.ref("HistoryTable"))
                                                .with("PartitionKeyName", settings.partitionKeyName())
                                                .with("SortKeyName", settings.sortKeyName())
                                                .with("PartitionValue", settings.partitionValue())
                                                .with("FirstVersion", settings.firstVersion())));
    }
}
