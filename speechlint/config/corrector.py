"""The user's corrector given to the rules that can hear with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from speechlint.messages import Problem
from speechlint.ruleset import Rule, kind_named
from speechlint.selection import Choice
from speechlint.spelling.wordpieces import vocabulary_file

KIND = "context"


def aided(rules: Sequence[Rule], model: Path) -> tuple[Rule, ...]:
    """The rules, those of KIND with the model; raises Problem when it, its vocabulary or the extra is not there.

    Whether it is any good shows when it is opened, which takes long and is done only when a draft needs it.
    """
    if not model.is_file():
        raise Problem("no-such-path", at=model)
    files = (model, vocabulary_file(model))
    if find_spec("onnxruntime") is None:
        raise Problem("no-extra", extra="onnx")
    return tuple(hearing(rule, files) if rule.kind == KIND else rule for rule in rules)


def hearing(rule: Rule, files: tuple[Path, ...]) -> Rule:
    """The rule with a model; what is kept of its findings holds until one of the files changes."""
    options = {**rule.options, "corrector": str(files[0].absolute())}
    check = kind_named(rule.kind, rule.module).bind(options)
    return replace(rule, options=options, check=check, tables=(*rule.tables, *files))


def choice_for(rules: Sequence[Rule]) -> Choice:
    """Whoever brings a corrector wants to hear it."""
    return Choice(extend_select=tuple(rule.id for rule in rules if rule.kind == KIND))
