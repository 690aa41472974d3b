"""Writes the functions of an emitted application as one template for `sam local`, and its custom resources as events have them:
template.py APPLICATION TEMPLATE RESOURCES NAME=VALUE...

`sam local` gives functions only variables that a template declares, and knows a function by its logical id alone. So the core's
template and that of the one migration become one, with the variables added; nothing else is changed. It makes no custom resources:
their properties are written by their logical ids, parameters as their defaults, and all values as texts, as CloudFormation does.
"""
import json
import sys
from pathlib import Path

from samcli.yamlhelper import yaml_dump, yaml_parse

FUNCTION = "AWS::Serverless::Function"


def merged(application, variables):
    whole = {"AWSTemplateFormatVersion": "2010-09-09", "Transform": "AWS::Serverless-2016-10-31"}
    # The version machine has names in common with a migration's, and is not run here.
    for file in sorted(file for file in application.glob("*/template.yaml") if file.parent.name != "versions"):
        template = yaml_parse(file.read_text())
        for section in ("Parameters", "Conditions", "Resources"):
            whole.setdefault(section, {}).update(template.get(section, {}))
    for resource in whole["Resources"].values():
        if resource["Type"] == FUNCTION:
            properties = resource["Properties"]
            properties["CodeUri"] = str(application / "code")
            properties.setdefault("Environment", {}).setdefault("Variables", {}).update(variables)
    return whole


def custom(template):
    defaults = {name: parameter["Default"] for name, parameter in template["Parameters"].items() if "Default" in parameter}
    return {name: told(resource["Properties"], defaults) for name, resource in template["Resources"].items()
            if resource["Type"].startswith("Custom::")}


def told(value, defaults):
    if isinstance(value, dict):
        if value.get("Ref") in defaults:
            return told(defaults[value["Ref"]], defaults)
        return {name: told(inner, defaults) for name, inner in value.items()}
    return str(value).lower() if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    source, target, resources, *pairs = sys.argv[1:]
    whole = merged(Path(source).resolve(), dict(pair.split("=", 1) for pair in pairs))
    Path(target).write_text(yaml_dump(whole))
    Path(resources).write_text(json.dumps(custom(whole), indent=2))
