"""Terms that a folder's drafts write in two ways: by the rules that ask it of one draft, and between marks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from speechlint.corpus.places import Place, place
from speechlint.corpus.shingles import plain
from speechlint.model import Document, Span
from speechlint.ruleset import Rule

# Titles and quoted terms; what is longer is a quotation.
MARKED = re.compile(r"《\s*([^《》\n]{2,40}?)\s*》|“\s*([^“”\n]{2,12}?)\s*”")
HANZI = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class Term:
    """A term as one draft writes it, and where first; `rule` and `about` say which ways of writing belong together."""

    rule: str
    about: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Use:
    """One way of writing: the words, in how many drafts they stand, and the first place."""

    text: str
    drafts: int
    first: Place


@dataclass(frozen=True, slots=True)
class Clash:
    """One term written in several ways, the most usual first; `rule` asks it of a single draft too, or is empty."""

    rule: str
    uses: tuple[Use, ...]


def terms(number: int, document: Document, rules: Sequence[Rule]) -> Iterator[Term]:
    """The terms of one draft, each way of writing once."""
    seen: set[tuple[str, str, str]] = set()
    found = ((rule.id, about, span) for rule in rules for about, span in by_rule(document, rule))
    for rule, about, span in (*found, *(("", about, span) for about, span in between_marks(document))):
        text = document.text_of(span)
        if (rule, about, text) not in seen:
            seen.add((rule, about, text))
            yield Term(rule, about, text, place(number, document, span))


def asking(rules: Iterable[Rule]) -> list[Rule]:
    """The rules that ask of one draft whether it writes a term in two ways."""
    return [rule for rule in rules if rule.kind == "agree" and rule.family == "wording" and not standard(rule)]


def clashes(found: Iterable[Term]) -> list[Clash]:
    """Every term that two drafts write differently."""
    seen: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for term in found:
        seen[term.rule, term.about][term.text].append(term.place)
    made = [Clash(rule, tuple(uses(ways))) for (rule, _), ways in seen.items() if len(ways) > 1 and apart(ways)]
    return sorted(made, key=lambda clash: (-sum(use.drafts for use in clash.uses), clash.uses[0].text))


def apart(ways: dict[str, list[Place]]) -> bool:
    """Whether more than one draft is concerned; the rules see to a single one."""
    return len({place.draft for places in ways.values() for place in places}) > 1


def uses(ways: dict[str, list[Place]]) -> list[Use]:
    made = [Use(text, len({place.draft for place in places}), min(places)) for text, places in ways.items()]
    return sorted(made, key=lambda use: (-use.drafts, use.text))


def standard(rule: Rule) -> bool:
    """Whether one form is wrong whatever others write: the rule itself reports that."""
    return bool(rule.options.get("standard"))


def by_rule(document: Document, rule: Rule) -> Iterator[tuple[str, Span]]:
    forms = rule.options["forms"]
    assert isinstance(forms, tuple)
    for form in forms:
        for found in re.finditer(form, document.text):
            yield found.groupdict().get("about") or "", Span(*found.span())


def between_marks(document: Document) -> Iterator[tuple[str, Span]]:
    """Titles and quoted terms, each under what is left of it without punctuation, width and kinds of digits."""
    for found in MARKED.finditer(document.text):
        group = found.lastindex or 0
        bare = plain(unicodedata.normalize("NFKC", found[group])).casefold().translate(HANZI).replace("零", "〇")
        if len(bare) > 1:
            yield f"{group}{bare}", Span(*found.span(group))
