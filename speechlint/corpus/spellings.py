"""Terms that a folder's drafts write in two ways: by the rules that ask it of one draft, and between marks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from speechlint.corpus.shingles import plain
from speechlint.model import Document, Span
from speechlint.ruleset import Rule

# Titles and quoted terms; what is longer is a quotation.
MARKED = re.compile(r"《\s*([^《》\n]{2,40}?)\s*》|“\s*([^“”\n]{2,12}?)\s*”")
HANZI = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class Use:
    """One way of writing: the words, in how many drafts they stand, and the first place."""

    text: str
    drafts: int
    first: int
    span: Span


@dataclass(frozen=True, slots=True)
class Clash:
    """One term written in several ways, the most usual first; `rule` asks it of a single draft too, or is empty."""

    rule: str
    uses: tuple[Use, ...]


def clashes(documents: Sequence[Document], rules: Iterable[Rule]) -> list[Clash]:
    """Every term that two drafts write differently."""
    seen: dict[tuple[str, str], dict[str, list[tuple[int, Span]]]] = defaultdict(lambda: defaultdict(list))
    asking = [rule for rule in rules if rule.kind == "agree" and rule.family == "wording" and not standard(rule)]
    for number, document in enumerate(documents):
        for rule in asking:
            for about, span in by_rule(document, rule):
                seen[rule.id, about][document.text_of(span)].append((number, span))
        for about, span in between_marks(document):
            seen["", about][document.text_of(span)].append((number, span))
    found = [Clash(rule, tuple(uses(ways))) for (rule, _), ways in seen.items() if len(ways) > 1 and apart(ways)]
    return sorted(found, key=lambda clash: (-sum(use.drafts for use in clash.uses), clash.uses[0].text))


def apart(ways: dict[str, list[tuple[int, Span]]]) -> bool:
    """Whether more than one draft is concerned; the rules see to a single one."""
    return len({number for places in ways.values() for number, _ in places}) > 1


def uses(ways: dict[str, list[tuple[int, Span]]]) -> list[Use]:
    made = [Use(text, len({number for number, _ in places}), *min(places)) for text, places in ways.items()]
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
