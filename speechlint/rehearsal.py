"""All that rules compile and work out, made once by checking their own examples, so that no draft waits for it.

A first run makes what its drafts need. Only a second shows that what is kept is found again, which it never is where
every run has a machine of its own; so the second makes the rest, when its report is out.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from speechlint.forms import KEPT

if TYPE_CHECKING:
    from speechlint.model import Document
    from speechlint.ruleset import Rule

DONE = "rehearsed"


def is_due() -> bool:
    """Whether an earlier run kept something, and none rehearsed."""
    return KEPT.lacks(DONE)


def rehearse(rules: Iterable[Rule]) -> None:
    """Check the examples of each built-in rule with it."""
    from speechlint.linter import ADVISORY, lint
    from speechlint.messages import Problem
    from speechlint.ruleset import builtin_folder
    from speechlint.scan import text_scan

    builtin = builtin_folder()
    for rule in rules:
        # What only advises reads a model of words that takes more room than all the rest.
        if rule.kind != ADVISORY and rule.path.is_relative_to(builtin):
            # What is wrong with a rule is told of a draft, not of this one.
            with suppress(Problem):
                lint(draft_of(rule), [rule])
    # A scan holds on to the automaton it was made with, and at the end of the run the next one needs the room.
    text_scan.cache_clear()
    KEPT.form(DONE, lambda: True)


def draft_of(rule: Rule) -> Document:
    """One draft that says all that a rule's examples say."""
    from speechlint.examples import document_of, example_of

    examples = (example_of(rule, marked) for marked in (*rule.bad, *rule.good))
    return document_of("\n\n".join(document.text for document, _ in examples))
