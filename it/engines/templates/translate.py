"""Applies SAM's transform to a template as a deployment would, with stand-ins for what is uploaded."""
import copy
import logging

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

logging.getLogger("samtranslator").setLevel(logging.ERROR)  # it warns of metrics that nobody collects

UPLOADED = {
    "AWS::Serverless::Function": ("CodeUri", "s3://bucket/code"),
    "AWS::Serverless::StateMachine": ("DefinitionUri", "s3://bucket/statemachine.asl.json"),
    "AWS::Serverless::Application": ("Location", "https://s3.amazonaws.com/bucket/template.yaml"),
}


def translate(template):
    """The CloudFormation template, and what the translator finds wrong with it."""
    uploaded = copy.deepcopy(template)
    for resource in uploaded.get("Resources", {}).values():
        if resource.get("Type") in UPLOADED:
            name, uri = UPLOADED[resource["Type"]]
            resource["Properties"][name] = uri
    try:
        return Translator({}, Parser()).translate(uploaded, parameter_values={}), []
    except InvalidDocumentException as invalid:
        return {}, [cause.message for cause in invalid.causes]
