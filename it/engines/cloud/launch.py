"""Starts the emulator with what it lacks, so that the emitted templates stay as AWS wants them; its environment configures it.

It does not transform nested SAM templates; an unchanged resource of an updated nested stack loses its attributes; conditions
cannot join and split; the children of a map record no states; machines do not time out; redrives are not counted; it speaks no TLS,
which the bucket of the SAM CLI demands of everybody but the root. Each is retested by leaving its line below out.
"""
import contextvars
import copy
import json
import os
import sys
import threading

import calls
from ministack import app
from ministack.services import stepfunctions
from ministack.services.cloudformation import changesets, engine, handlers, provisioners, stacks

NESTED = "_cfn_nested_stack_deploy"
NAMERS = (engine, handlers, changesets, stacks, provisioners)

parse_template, update_resource = engine._parse_template, provisioners._update_resource
evaluate_conditions, run_sub_machine = engine._evaluate_conditions, stepfunctions._run_sub_machine
run_execution, resolve_in_context = stepfunctions._run_execution, stepfunctions._resolve_ctx_path
pin_origin = app.pin_request_origin


def parse_and_transform(body):
    template = parse_template(body)
    nested = sys._getframe(1).f_code.co_name == NESTED and engine.declared_transforms(template)
    return engine._apply_transforms(template) if nested else template


def update_and_keep(*arguments, **named):
    physical_id, attributes = update_resource(*arguments, **named)
    caller = sys._getframe(1)
    if caller.f_code.co_name == NESTED:
        attributes = {**caller.f_locals["prev"]["Attributes"], **(attributes or {})}
    return physical_id, attributes


def evaluate_joined(template, parameters):
    return evaluate_conditions({**template, "Conditions": joined(template.get("Conditions", {}), parameters)}, parameters)


def joined(value, parameters):
    if isinstance(value, list):
        return [joined(element, parameters) for element in value]
    if not isinstance(value, dict):
        return value
    if "Fn::Join" in value:
        separator, parts = value["Fn::Join"]
        # A list parameter is one text with commas here.
        texts = text(parts, parameters).split(",") if isinstance(parts, dict) else [text(part, parameters) for part in parts]
        return separator.join(texts)
    if "Fn::Split" in value:
        separator, whole = value["Fn::Split"]
        return text(whole, parameters).split(separator)
    return {name: joined(inner, parameters) for name, inner in value.items()}


def text(value, parameters):
    return str(parameters[value["Ref"]]["Value"]) if isinstance(value, dict) else str(value)


class Recording(dict):
    """The context of a machine, which is told of each state that is entered."""

    def __init__(self, context, states, execution):
        super().__init__(context)
        self.entered = lambda name: stepfunctions._add_event(
            execution, f"{states[name]['Type']}StateEntered", {"stateEnteredEventDetails": {"name": name}})

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if key == "State":
            self.entered(value["Name"])

    def __deepcopy__(self, memo):
        return copy.deepcopy(dict(self), memo)


def run_and_record(states, start_at, given, execution, context):
    return run_sub_machine(states, start_at, given, execution, Recording(context, states, execution))


def run_in_time(arn):
    execution = stepfunctions._executions[arn]
    machine = stepfunctions._state_machines.get(execution["stateMachineArn"])
    seconds = machine and json.loads(machine["definition"]).get("TimeoutSeconds")
    if seconds:
        clock = threading.Timer(seconds, contextvars.copy_context().run, (time_out, execution))
        clock.daemon = True
        clock.start()
    run_execution(arn)


def time_out(execution):
    if execution["status"] == "RUNNING":
        execution["status"], execution["stopDate"] = "TIMED_OUT", stepfunctions.now_iso()
        stepfunctions._add_event(execution, "ExecutionTimedOut", {"executionTimedOutEventDetails": {}})
        stepfunctions._emit_execution_status_event(execution)


def resolve_counted(path, context):
    return 0 if path == "$$.Execution.RedriveCount" else resolve_in_context(path, context)


def pin_secure_origin(address, _):
    pin_origin(address, True)


engine._parse_template = parse_and_transform
provisioners._update_resource = update_and_keep
stepfunctions._run_sub_machine = run_and_record
stepfunctions._run_execution = run_in_time
stepfunctions._resolve_ctx_path = resolve_counted
app.pin_request_origin = pin_secure_origin
for namer in NAMERS:
    if hasattr(namer, "_evaluate_conditions"):
        namer._evaluate_conditions = evaluate_joined

if "CLOUD_CALLS" in os.environ:
    calls.keep_all()

if __name__ == "__main__":
    app.main()
