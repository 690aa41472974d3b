"""Starts the emulator with what it lacks for nested stacks; it is configured by its environment.

It does not transform nested SAM templates, and an unchanged resource of an updated nested stack loses its attributes. AWS does
neither, so both are mended here and the emitted templates stay as they are.
"""
import sys

from ministack import app
from ministack.services.cloudformation import engine, provisioners

NESTED = "_cfn_nested_stack_deploy"

parse_template, update_resource = engine._parse_template, provisioners._update_resource


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


engine._parse_template = parse_and_transform
provisioners._update_resource = update_and_keep

if __name__ == "__main__":
    app.main()
