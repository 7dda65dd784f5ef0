"""With the prefilter and without it the findings are the same, span for span."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint import scan
from speechlint.examples import document_of, unmark
from speechlint.linter import lint
from speechlint.literals import required_literals
from speechlint.model import Document, Finding
from speechlint.readers import read
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
RULES = load_rules()
# Of long proofread texts each so-and-so-many-th: all of them take minutes.
STEP = 40


def drafts() -> Iterator[Path]:
    for path in sorted((ROOT / "fixtures").glob("*/*")):
        if path.suffix in (".txt", ".md", ".docx"):
            yield path
    yield from sorted((SHARED / "drafts").glob("*.txt"))
    yield from sorted((SHARED / "clean").glob("*.txt"))[::STEP]


def findings(document: Document, *, filtered: bool) -> list[Finding]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "PREFILTER", filtered)
        return lint(document, RULES)


@pytest.mark.parametrize("path", [*drafts()], ids=lambda path: path.name)
def test_a_whole_draft(path: Path) -> None:
    document = read(path)
    assert findings(document, filtered=True) == findings(document, filtered=False)


def patterns(option: object) -> Iterator[re.Pattern[str]]:
    if isinstance(option, re.Pattern):
        yield option
    elif isinstance(option, tuple):
        for item in option:
            yield from patterns(item)


@functools.cache
def pieces() -> tuple[str, ...]:
    """What rules look for, and pieces of their examples that begin or end within it."""
    found = {"\n", "。", "，", "、", "（", "）", "“", "”", " ", "\u3000", "1", "2025", "一", "年", "月", "日", "X", "×"}
    for rule in RULES:
        found.update(*(required_literals(p) or () for option in rule.options.values() for p in patterns(option)))
        found.update(part for text in rule.bad for part in re.split("[，。⟦⟧]", text) if 1 < len(part) < 20)
    return tuple(sorted(found))


@given(st.deferred(lambda: st.lists(st.sampled_from(pieces()), max_size=25)))
@settings(max_examples=150, deadline=None)
def test_pieces_of_rules_in_any_order(parts: list[str]) -> None:
    document = document_of("".join(parts))
    assert findings(document, filtered=True) == findings(document, filtered=False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_of_all_rules_together(rule: Rule) -> None:
    """Every example under every rule, not only its own."""
    document = document_of("\n".join(unmark(text)[0] for text in (*rule.bad, *rule.good)))
    assert findings(document, filtered=True) == findings(document, filtered=False)
