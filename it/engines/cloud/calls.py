"""Keeps every call of a role: the operation, what it was about, the action that it was held to, and whether that was allowed.

Each is a line of JSON in the file that CLOUD_CALLS names. A call whose request says more than its operation does (a part of a
transaction, a table with tags, an index) is kept with what it says; it/src/test/resources/rights/actions.tsv says which actions
AWS wants for it. The emulator does not ask for dynamodb:TagResource when a table is created with tags; AWS does, and so does this.
"""
import contextvars
import json
import os
import sys

from ministack.core import iam_actions, iam_evaluator

CREATE, TAG = "dynamodb:CreateTable", "dynamodb:TagResource"

enforce, evaluate, respond = iam_evaluator.enforce, iam_evaluator.evaluate, iam_actions.access_denied_response
principal = contextvars.ContextVar("principal", default=None)
lacking = contextvars.ContextVar("lacking", default=None)


def evaluate_and_remember(asked, *policies):
    principal.set(asked.principal_arn)
    return evaluate(asked, *policies)


def enforce_and_keep(access_key, action, service, region, resource_arn="*", service_context=None):
    request = body(sys._getframe(1).f_locals)
    lacking.set(None)
    denied = ask(request, access_key, action, service, region, resource_arn, service_context)
    if denied is None and action == CREATE and request.get("Tags"):
        denied = ask(request, access_key, TAG, service, region, resource_arn, service_context)
        lacking.set(TAG if denied else None)
    return denied


def ask(request, access_key, action, service, region, resource_arn, service_context):
    principal.set(None)
    denied = enforce(access_key, action, service, region, resource_arn=resource_arn, service_context=service_context)
    if principal.get():
        keep(request, action, resource_arn, service_context or {}, denied is None)
    return denied


def keep(request, action, resource, context, is_allowed):
    operation = (context.get("dynamodb:EnclosingOperation") or [action.split(":")[1]])[0]
    detail = action.split(":")[1].removesuffix("Item") if "dynamodb:EnclosingOperation" in context else ""
    if action in (CREATE, TAG):
        operation, detail = "CreateTable", "Tags" if request.get("Tags") else ""
    line = {"principal": principal.get(), "service": action.split(":")[0], "operation": operation, "detail": detail,
            "action": action, "resource": resource, "allowed": is_allowed}
    with open(os.environ["CLOUD_CALLS"], "a", encoding="utf-8") as calls:
        calls.write(json.dumps(line) + "\n")


def body(caller):
    try:
        request = json.loads(caller.get("body") or b"{}")
    except (TypeError, ValueError):
        request = {}
    return request if isinstance(request, dict) else {}


def respond_naming(service, action, *rest, **named):
    return respond(service, lacking.get() or action, *rest, **named)


def keep_all():
    iam_evaluator.evaluate = evaluate_and_remember
    iam_evaluator.enforce = enforce_and_keep
    iam_actions.access_denied_response = respond_naming
