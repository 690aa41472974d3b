"""What templates must not do, beside being valid. Each rule takes a template as written (YAML read, before SAM's transform)
or a state machine's definition, and yields what offends; bad/ has an offender for each."""
import re

from walk import listed, resources, statements, states, texts

TEMPLATE_RULES = {}
MACHINE_RULES = {}

ITEM_ACTION = re.compile(r"dynamodb:(Get|Put|Update|Delete|BatchGet|BatchWrite|ConditionCheck)Item|dynamodb:(Query|Scan|PartiQL\w+)")
SECRET = re.compile(r"AKIA[0-9A-Z]{16}|-----BEGIN|(?i:password|passwd|secret)\s*[=:]\s*\S{6}")
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
OWN_ARNS = ("ControlFunctionArn", "VersionsFunctionArn", "WorkerFunctionArn", "InvocationArn")
NETWORK_INTERFACES = {"ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
                      "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses"}


def template_rule(function):
    TEMPLATE_RULES[function.__name__.replace("_", "-")] = function
    return function


def machine_rule(function):
    MACHINE_RULES[function.__name__.replace("_", "-")] = function
    return function


@template_rule
def no_wildcard_action(template):
    for statement in statements(template):
        yield from (f"action {action}" for action in listed(statement.get("Action")) if "*" in action)


@template_rule
def no_wildcard_resource(template):
    """One exception: network interfaces have no narrower resource. Names of executions may end in a wildcard."""
    for statement in statements(template):
        for resource in texts(statement.get("Resource", [])):
            interfaces = resource == "*" and set(listed(statement["Action"])) <= NETWORK_INTERFACES
            if "*" in resource and ":execution:" not in resource and not interfaces:
                yield f"resource {resource}"


@template_rule
def no_negation(template):
    for statement in statements(template):
        yield from (name for name in ("NotAction", "NotResource", "NotPrincipal") if name in statement)


@template_rule
def no_managed_policy(template):
    for name, properties in resources(template):
        if "ManagedPolicyArns" in properties or properties.get("Policies") and "Role" in properties:
            yield f"{name} takes on policies that are not written here"


@template_rule
def no_rights_on_roles(template):
    for statement in statements(template):
        yield from (a for a in listed(statement.get("Action"))
                    if a.startswith(("iam:", "sts:")) and "Principal" not in statement and not takes_on_a_tables_role(statement))


def takes_on_a_tables_role(statement):
    """Nothing but that, and exactly the role that the user has given for a table."""
    resources = statement.get("Resource")
    return (statement.get("Action") == ["sts:AssumeRole"] and isinstance(resources, list) and len(resources) == 1
            and str(dict(resources[0]).get("Ref", "") if hasattr(resources[0], "items") else "").endswith("TableRole"))


@template_rule
def control_touches_no_items(template):
    for statement in statements(dict(template).get("Resources", {}).get("ControlRole", {})):
        if not leading_keys(statement):
            yield from (action for action in listed(statement.get("Action")) if ITEM_ACTION.fullmatch(action))


@template_rule
def history_only_by_its_keys(template):
    for statement in statements(template):
        if any("${HistoryTable}" in resource for resource in texts(statement.get("Resource", []))):
            actions = [action for action in listed(statement["Action"]) if ITEM_ACTION.fullmatch(action)]
            keys = leading_keys(statement)
            if actions and (not keys or any(key.startswith("*") for key in keys) or "dynamodb:Scan" in actions):
                yield f"{', '.join(actions)} on any item of the history"


@template_rule
def history_outlives_stacks(template):
    for name, properties in resources(template, "AWS::DynamoDB::Table"):
        yield f"{name} is a table of the stack"
    for statement in statements(template):
        yield from (a for a in listed(statement.get("Action")) if re.fullmatch(r"dynamodb:Delete(Table|Backup)", a))


@template_rule
def keys_only_through_dynamodb(template):
    for statement in statements(template):
        if any(action.startswith("kms:") for action in listed(statement.get("Action"))):
            if "kms:ViaService" not in str(statement.get("Condition")):
                yield "a right on keys without kms:ViaService"


@template_rule
def trust_is_narrow(template):
    for statement in statements(template):
        for kind, principals in statement.get("Principal", {}).items() if "Principal" in statement else ():
            for principal in listed(principals):
                if kind != "Service" or principal not in ("lambda.amazonaws.com", "states.amazonaws.com"):
                    yield f"{kind} {principal} may take on a role"
                if principal == "states.amazonaws.com" and "aws:SourceAccount" not in str(statement.get("Condition")):
                    yield "state machines of other accounts may take on a role"


@template_rule
def nothing_is_public(template):
    for name, properties in resources(template, "AWS::Lambda::Permission"):
        if properties.get("Principal") == "*" or "SourceArn" not in properties:
            yield f"{name} lets everyone call"
    for name, properties in resources(template):
        yield from (f"{name} has {p}" for p in ("FunctionUrlConfig", "Events", "AuthType") if p in properties)


@template_rule
def no_reserved_capacity(template):
    reserved = ("ReservedConcurrentExecutions", "ProvisionedConcurrencyConfig", "AutoPublishAlias", "SnapStart")
    for name, properties in resources(template):
        yield from (f"{name} has {p}" for p in reserved if p in properties)


@template_rule
def machines_do_not_log(template):
    for name, properties in resources(template, "AWS::Serverless::StateMachine"):
        yield from (f"{name} has {p}" for p in ("Logging", "Tracing", "LoggingConfiguration") if p in properties)


@template_rule
def logs_expire(template):
    groups = {name for name, properties in resources(template, "AWS::Logs::LogGroup") if "RetentionInDays" in properties}
    for name, properties in resources(template, "AWS::Serverless::Function"):
        if properties.get("LoggingConfig", {}).get("LogGroup", {}).get("Ref") not in groups:
            yield f"{name} logs for ever"


@template_rule
def functions_are_not_built(template):
    for name, resource in template.get("Resources", {}).items():
        if resource["Type"] == "AWS::Serverless::Function" and not resource.get("Metadata", {}).get("SkipBuild"):
            yield f"sam build would build {name}"


@template_rule
def roles_are_explicit(template):
    for kind in ("AWS::Serverless::Function", "AWS::Serverless::StateMachine"):
        yield from (f"SAM would make a role for {name}" for name, p in resources(template, kind) if "Role" not in p)


@template_rule
def waits_fit_cloudformation(template):
    for name, properties in resources(template, "Custom::"):
        if not 0 < int(properties.get("ServiceTimeout", 0)) <= 3600:
            yield f"{name} waits for {properties.get('ServiceTimeout')} s"
        if properties.get("ServiceToken", {}).get("Fn::GetAtt", ["", ""])[1] != "Arn":
            yield f"{name} is not answered by a function of its template"


@template_rule
def no_secrets(template):
    yield from (f"what looks like a secret in {text[:20]}" for text in texts(template) if SECRET.search(text))
    for name, parameter in template.get("Parameters", {}).items():
        if re.search("(?i)secret|password|token", name) and not parameter.get("NoEcho"):
            yield f"parameter {name} is shown"


@template_rule
def endpoint_is_ours(template):
    """The SDK's own variable would move every service, not only DynamoDB."""
    yield from (text for text in texts(template) if text.startswith("AWS_ENDPOINT_URL"))


@template_rule
def texts_are_texts(template):
    for text in texts(template):
        if "{{resolve:" in text or INVISIBLE.search(text):
            yield f"a dynamic reference or an invisible character in {text[:20]!a}"


@machine_rule
def only_own_arns_are_substituted(machine):
    for text in texts(machine):
        yield from (name for name in re.findall(r"\$\{(\w+)}", text) if name not in OWN_ARNS)


@machine_rule
def state_holds_no_data(machine):
    for name, state in states(machine):
        yield from (f"{name} has {f}" for f in ("ItemReader", "ResultWriter", "ItemBatcher") if f in state)
    yield from (text for text in texts(machine) if "ResponseURL" in text)


@machine_rule
def no_failure_is_tolerated(machine):
    for name, state in states(machine):
        yield from (f"{name} has {f}" for f in state if f.startswith("ToleratedFailure"))


@machine_rule
def tasks_end_and_are_retried(machine):
    for name, state in states(machine):
        if state["Type"] == "Task":
            if not state.get("TimeoutSeconds"):
                yield f"{name} may hang"
            if not state.get("Retry") or any("JitterStrategy" not in retry for retry in state["Retry"]):
                yield f"{name} is not retried, or by all at the same time"


@machine_rule
def executions_end(machine):
    if not machine.get("TimeoutSeconds"):
        yield "no TimeoutSeconds"


def leading_keys(statement):
    condition = statement.get("Condition", {})
    return listed(condition.get("ForAllValues:StringLike", {}).get("dynamodb:LeadingKeys"))
