"""Suppressions given by Word comments, as the same data that a text file's markers become.

A person's comment `忽略 typo/misspelling 理由`, or 忽略 alone for every rule, silences the words it stands on; 忽略全文
the draft. A comment of ours that was resolved silences what it was about. Any other comment is no order, though it may
begin with the word (忽略了经费问题).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from speechlint.messages import say, templates
from speechlint.model import PARTS, Document, Span, Suppression
from speechlint.readers.comments import Comment
from speechlint.readers.markers import SEPARATOR

NAME = r"(?:ALL|[a-z]+(?:/[a-z0-9-]+)*)"
ORDER = re.compile(
    rf"忽略(?P<whole>全文)?(?:[\s:：]*(?P<rules>{NAME}(?:\s*[,，、]\s*{NAME})*)(?![A-Za-z0-9_/-]))?(?=[\s。，,、：:]|$)(?P<reason>.*)",
    re.DOTALL,
)
ELLIPSIS = "…"


def suppressions(document: Document, comments: Iterable[Comment], places: Mapping[str, Span]) -> Iterator[Suppression]:
    """What the comments silence; `places` are their anchors."""
    for comment in comments:
        span = places.get(comment.id)
        if span is None:
            continue
        if comment.is_own:
            if comment.resolved:
                yield Suppression(rules_told(comment), covered_by_own(document, comment, span), span, optional=True)
        elif order := order_in(comment):
            rules = tuple(name.strip() for name in SEPARATOR.split(order["rules"] or "ALL"))
            covers = Span(0, len(document.text) + 1) if order["whole"] else with_line_feed(document, span)
            yield Suppression(rules, covers, span, order["reason"].strip())


def order_in(comment: Comment) -> re.Match[str] | None:
    return ORDER.match(" ".join(comment.texts).strip())


def is_order(comment: Comment) -> bool:
    """Whether a comment is meant for us rather than for people."""
    return order_in(comment) is not None


def rules_told(comment: Comment) -> tuple[str, ...]:
    """The rule named in a comment of ours, in its last paragraph."""
    told = (templated("note-rule", text) for text in comment.texts[-1:])
    return tuple(found["rule"] for found in told if found)


def covered_by_own(document: Document, comment: Comment, span: Span) -> Span:
    """What a comment of ours is about: its words, its whole paragraph when it folds several, or the place it names."""
    second = comment.texts[1] if len(comment.texts) > 1 else ""
    if templated("note-more", second):
        return with_line_feed(document, document.block_at(span.start).span)
    place = templated("note-place", second)
    return place_named(document, place["part"], place["text"]) if place else with_line_feed(document, span)


def place_named(document: Document, part: str, text: str) -> Span:
    """Where a text stands in a part named as in a comment of ours; an empty span when it is no longer there."""
    kinds = {kind for kind in PARTS if part in (say(f"part-{kind}", "zh"), say(f"part-{kind}", "en"))}
    for block in document.blocks:
        at = document.text_of(block).find(text.removesuffix(ELLIPSIS)) if block.kind.part in kinds else -1
        if at >= 0:
            return with_line_feed(document, Span(block.span.start + at, block.span.start + at + len(text)))
    return Span(0, 0)


def templated(key: str, text: str) -> re.Match[str] | None:
    """The fields of a message in a text that was made from it, in whichever language."""
    for template in templates()[key].values():
        fields = re.split(r"\{(\w+)\}", template)
        pattern = "".join(f"(?P<{part}>.*)" if n % 2 else re.escape(part) for n, part in enumerate(fields))
        if found := re.fullmatch(pattern, text):
            return found
    return None


def with_line_feed(document: Document, span: Span) -> Span:
    """A span that ends where its block does takes the line feed too: a missing full stop may stand there."""
    end = document.block_at(max(span.end - 1, span.start)).span.end
    return Span(span.start, span.end + 1) if span.end >= end else span
