"""Rules and drafts made for a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

from speechlint.checks.kinds import Match
from speechlint.language.analysis import Analysis
from speechlint.model import Document, Paragraph, Severity, Span, compose
from speechlint.ruleset import Explanation, Rule, Strength

BOTH = {"zh": "“{found}”", "en": "“{found}”"}


def draft(*lines: str, path: str = "a.txt") -> Document:
    return compose(path, map(Paragraph, lines))


def analysed(*lines: str) -> Analysis:
    return Analysis(draft(*lines))


def rule(
    id: str,
    check: Callable[[Analysis], Iterator[Match]],
    *,
    severity: Severity = Severity.ERROR,
    enabled: bool = True,
    fix: Strength | None = None,
    message: dict[str, str] = BOTH,
    related: dict[str, str] | None = None,
    bad: tuple[str, ...] = (),
    good: tuple[str, ...] = (),
) -> Rule:
    return Rule(
        id=id,
        message=message,
        related=related or {},
        severity=severity,
        enabled=enabled,
        fix=fix,
        explained=lambda: Explanation(BOTH, BOTH, "", bad, good),
        kind="made",
        options={},
        check=check,
        path=Path("made.yaml"),
    )


def finds(*words: str, better: str | None = None) -> Callable[[Analysis], Iterator[Match]]:
    """A check that reports every place one of the words stands."""

    def check(analysis: Analysis) -> Iterator[Match]:
        for word in words:
            start = analysis.text.find(word)
            while start >= 0:
                yield Match(Span(start, start + len(word)), better=better)
                start = analysis.text.find(word, start + len(word))

    return check


def fails(analysis: Analysis) -> Iterator[Match]:
    raise ZeroDivisionError("division by zero")
