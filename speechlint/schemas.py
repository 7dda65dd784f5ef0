"""JSON Schemas for configuration and rule files, made from the code that reads them, for editors to complete by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from speechlint.checks.kinds import KINDS, Kind
from speechlint.config.described import DESCRIPTIONS
from speechlint.config.fit import is_table, keys_of
from speechlint.config.settings import Config
from speechlint.model import Severity
from speechlint.rule_file import KEYS, REQUIRED
from speechlint.tables import Table

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]
SIMPLE: dict[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Path: {"type": "string"},
    Table: {"type": "string", "pattern": r"\.tsv$"},
    object: {},
}
TEXTS: Schema = {
    "type": "object",
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
    "required": ["zh", "en"],
    "additionalProperties": False,
}
EXAMPLES: Schema = {"type": "array", "items": {"type": "string"}}
RULE_KEYS: dict[str, Schema] = {
    "title": TEXTS,
    "message": TEXTS,
    "related": TEXTS,
    "why": TEXTS,
    "source": {"type": "string"},
    "severity": {"enum": [str(severity) for severity in Severity]},
    "enabled": {"type": "boolean"},
    "fix": {"enum": ["safe", "unsafe"]},
    "bad": EXAMPLES,
    "good": EXAMPLES,
}


def config_schema() -> Schema:
    """The schema of speechlint.toml."""
    schema = table(Config)
    properties = schema["properties"]
    assert isinstance(properties, dict)
    names: Schema = {"type": "array", "items": {"type": "string"}}
    properties["rules"] = {**described("rules"), "anyOf": [names, properties["rules"]]}
    properties["extend"] = {**described("extend"), "anyOf": [{"type": "string"}, names]}
    return {"$schema": DRAFT, "title": "speechlint.toml", **schema}


def rule_schema() -> Schema:
    """The schema of a rule file: the keys of every rule, and exactly one kind of check with its options."""
    if set(RULE_KEYS) != set(KEYS):
        raise AssertionError("every key of a rule needs its schema")
    kinds: Schema = {name: options_of(kind) for name, kind in sorted(KINDS.items())}
    return {
        "$schema": DRAFT,
        "title": "speechlint rule",
        "type": "object",
        "properties": {**RULE_KEYS, **kinds},
        "required": list(REQUIRED),
        "oneOf": [{"required": [name]} for name in kinds],
        "additionalProperties": False,
    }


def options_of(kind: Kind) -> Schema:
    needed = [name for name, option in kind.options.items() if option.default is option.empty]
    return {
        "type": "object" if needed else ["object", "null"],
        "description": (kind.function.__doc__ or "").strip().partition("\n")[0],
        "properties": {name: value(kind.types[name]) for name in kind.options},
        "required": needed,
        "additionalProperties": False,
    }


def table(settings: type) -> Schema:
    return {
        "type": "object",
        "description": (settings.__doc__ or "").strip().partition("\n")[0],
        "properties": {key: {**value(a), **described(key)} for key, a in keys_of(settings).items()},
        "additionalProperties": False,
    }


def described(key: str) -> Schema:
    texts = DESCRIPTIONS[key]
    return {"description": f"{texts['zh']}\n{texts['en']}"}


def value(annotation: object) -> Schema:
    """The schema of one annotation; raises TypeError for one that no file can hold."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        return value(next(a for a in arguments if a is not type(None)))
    if origin is Annotated:
        return value(arguments[0])
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": value(arguments[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": value(arguments[1])}
    if origin is re.Pattern:
        return {"type": "string", "format": "regex"}
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return {"enum": [str(member) for member in annotation]}
    if is_table(annotation):
        return table(annotation)
    if annotation not in SIMPLE:
        raise TypeError(f"no schema for {annotation}")
    return SIMPLE[annotation]
