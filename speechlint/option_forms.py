"""How the options of a rule found valid are made again from what its file writes, without asking its kind of check."""

from __future__ import annotations

import os
import re
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from speechlint.options import regex
from speechlint.tables import Table, table_at

OURS = "speechlint."
# None for what stays as it is written, a list for a tuple of such forms, or a word.
Form = Any


def form_of(value: object) -> Form:
    """How a value was made, in a form that JSON can hold."""
    match value:
        case re.Pattern():
            return "regex"
        case Table():
            return "table"
        case Enum():
            return f"{type(value).__module__}:{type(value).__name__}"
        case float():
            return "float"
        case tuple():
            return [form_of(item) for item in value]
    return None


def made(form: Form, written: Any, folder: Path) -> object:
    """The value, file names counted from `folder`; raises ValueError or what comes of a form that is none of ours."""
    match form:
        case None:
            return written
        case list():
            return tuple(made(inner, item, folder) for inner, item in zip(form, written, strict=True))
        case "regex":
            return regex(written)
        case "float":
            return float(written)
        case "table":
            return table_at(Path(os.path.normpath(folder / written)))
    return member_of(form, written)


def member_of(name: str, written: str) -> Enum:
    module, _, own_name = name.partition(":")
    if not module.startswith(OURS):
        raise ValueError(name)
    member: Enum = getattr(import_module(module), own_name)(written)
    return member
