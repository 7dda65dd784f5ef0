"""Is one thing written two ways in one draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Document, Severity, Span
from speechlint.scan import matches_in
from speechlint.spans import SpanSet

# How many other places one finding points at.
SHOWN = 8


class Use(NamedTuple):
    """One occurrence: where, which of the forms, and what it speaks of."""

    span: Span
    form: int
    about: str


@kind("rival", "count", "rivals")
def agree(
    analysis: Analysis,
    *,
    forms: tuple[re.Pattern[str], ...],
    unless: re.Pattern[str] | None = None,
    better: str | None = None,
    standard: bool = False,
    settled: int = 0,
) -> Iterator[Match]:
    """Yield uses of a form that the same draft more often writes another way; the first keeps the rule's severity.

    `forms` are the ways to write one thing; their group `about`, when they have one, tells apart what is compared
    separately (市 and 县 in 市发改委, 县发改委). Of two forms equally common the one that comes first wins.
    With `standard` the first form is the only right one, whatever the count; `settled` uses of another form and none
    of the standard's are the writer's own style, hence advice. `better` is a replacement template.
    {rival} is the first use of the winning form, {count} and {rivals} how often each is used.
    """
    if not may_disagree(analysis, forms, standard=standard):
        return
    groups: dict[str, list[tuple[Use, str | None]]] = {}
    document = analysis.document
    for use, instead in uses(analysis, forms, unless, better):
        groups.setdefault(use.about, []).append((use, instead))
    for group in groups.values():
        counts = Counter(use.form for use, _ in group)
        winner = 0 if standard else majority(group, counts)
        losers = sorted(((use, instead) for use, instead in group if use.form != winner), key=lambda pair: pair[0].span)
        quiet = bool(settled) and not counts[winner] and len(losers) >= settled
        right = min((use.span for use, _ in group if use.form == winner), default=None)
        found = matches(document, losers, right, counts[winner], quiet)
        yield from found if same_meaning(document, group, winner) else (m._replace(suggestions=()) for m in found)


def may_disagree(analysis: Analysis, forms: tuple[re.Pattern[str], ...], *, standard: bool) -> bool:
    """Whether a second form, or one that is not the standard, may stand in the draft."""
    standing = [number for number, form in enumerate(forms) if analysis.scan.may_match(form)]
    return standing not in ([], [0]) if standard else len(standing) > 1


def uses(
    analysis: Analysis, forms: tuple[re.Pattern[str], ...], unless: re.Pattern[str] | None, better: str | None
) -> Iterator[tuple[Use, str | None]]:
    """Yield every use outside `unless`, paragraph by paragraph, in each of them form by form."""
    text = analysis.text
    found = [(block.span, number, ms) for number, form in enumerate(forms) for block, ms in analysis.scan.found(form)]
    for paragraph, number, matches in sorted(found, key=lambda one: one[:2]):
        others = matches_in(unless, text, paragraph) if unless else ()
        excepted = SpanSet(Span(*other.span()) for other in others)
        for match in matches:
            span = Span(*match.span())
            if not excepted.touches(span):
                about = match.groupdict().get("about") or ""
                yield Use(span, number, about), None if better is None else match.expand(better)


def majority(group: list[tuple[Use, str | None]], counts: Counter[int]) -> int:
    first = {use.form: use.span.start for use, _ in sorted(group, key=lambda pair: pair[0].span, reverse=True)}
    return max(counts, key=lambda form: (counts[form], -first[form]))


def same_meaning(document: Document, group: list[tuple[Use, str | None]], winner: int) -> bool:
    """Whether the winning form may be written for another: not where forms are kinds of numbers, each with a value."""
    return bool(group[0][0].about) or len({document.text_of(use.span) for use, _ in group if use.form == winner}) == 1


def matches(
    document: Document, losers: list[tuple[Use, str | None]], right: Span | None, rivals: int, quiet: bool
) -> Iterator[Match]:
    rival = document.text_of(right) if right else ""
    fields = {"rival": rival, "count": str(len(losers)), "rivals": str(rivals)}
    others = [Clue(use.span) for use, _ in losers[1 : SHOWN + 1]]
    for number, (use, instead) in enumerate(losers):
        related = (*([Clue(right)] if right else []), *others) if number == 0 else ()
        severity = Severity.INFO if number or quiet else None
        suggestions = (rival,) if rival and instead is None else ()
        yield Match(use.span, fields, instead, suggestions, related, severity)
