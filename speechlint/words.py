"""Word lists: names and terms that are written as they should be, whatever the rules about misspelling think."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from speechlint.messages import Problem
from speechlint.model import Document, Finding, Span

FAMILY = "typo"


@cache
def read_words(path: Path) -> frozenset[str]:
    """One word a line, `#` starts a comment; raises Problem when the file cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("unreadable", at=path, reason=error) from error
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def without_known_words(document: Document, findings: Iterable[Finding], words: frozenset[str]) -> list[Finding]:
    """The findings but for those of the family typo inside a listed word, or around one."""
    findings = list(findings)
    if not words or not any(finding.family == FAMILY for finding in findings):
        return findings
    places = [Span(*found.span()) for found in any_word(words).finditer(document.text)]
    return [f for f in findings if f.family != FAMILY or not any(p.covers(f.span) or f.span.covers(p) for p in places)]


@cache
def any_word(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))
