"""A rule's own bad and good lines: ⟦…⟧ marks where a finding must fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from speechlint.example_layout import laid_out_example, without_notation
from speechlint.linter import lint
from speechlint.messages import Language, Problem
from speechlint.model import Document, Span, Trace, TraceKind
from speechlint.readers.text import plain_document
from speechlint.ruleset import Rule

OPEN, CLOSE = "⟦", "⟧"
# Some text and the mark of a trace behind it, or the rest of the text.
TRACE_MARK = re.compile(r"([^⟪]*)(?:⟪(?:/|(\w+) ?([^⟫]*))⟫|\Z)")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that behaved otherwise than its rule says; texts show the findings as ⟦…⟧."""

    rule: str
    example: str
    seen: str


def document_of(text: str, traces: tuple[Trace, ...] = ()) -> Document:
    document = plain_document("example.txt", text.rstrip("\n").split("\n"))
    return replace(document, traces=traces) if traces else document


def traced(marked: str) -> tuple[str, tuple[Trace, ...]]:
    """An example without its ⟪kind detail⟫…⟪/⟫ and the traces that stood there, offsets counted without any marks."""
    traces: list[Trace] = []
    opened: list[tuple[str, str, int]] = []
    kept: list[str] = []
    at = 0
    for plain, kind, detail in TRACE_MARK.findall(marked):
        kept.append(plain)
        at += len(plain.replace(OPEN, "").replace(CLOSE, ""))
        if kind:
            opened.append((kind, detail, at))
        elif opened:
            kind, detail, start = opened.pop()
            traces.append(Trace(TraceKind(kind), Span(start, at), detail))
    return "".join(kept), tuple(sorted(traces, key=lambda trace: trace.span))


def example_of(rule: Rule, marked: str) -> tuple[Document, tuple[Span, ...]]:
    """The draft an example stands for, laid out for a rule that asks for it, and the marked spans."""
    if not rule.reads_layout:
        without_traces, traces = traced(marked)
        text, spans = unmark(without_traces)
        return document_of(text, traces), spans
    plain, looks = without_notation(marked)
    text, spans = unmark(plain)
    return laid_out_example(text, looks), spans


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The plain text and the marked spans; a pair of empty brackets marks a place between characters."""
    plain: list[str] = []
    spans: list[Span] = []
    start = -1
    for character in marked.rstrip("\n"):
        if character == OPEN:
            start = len(plain)
        elif character == CLOSE:
            spans.append(Span(start, len(plain)))
        else:
            plain.append(character)
    return "".join(plain), tuple(spans)


def mark(text: str, spans: tuple[Span, ...]) -> str:
    """The text with every span bracketed."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}{OPEN}{text[span.start : span.end]}{CLOSE}{text[span.end :]}"
    return text


def spoken(rule: Rule, language: Language) -> str:
    """What the rule says of its first bad example; its bare message where it says nothing of it."""
    for marked in rule.bad[:1]:
        document, _ = example_of(rule, marked)
        try:
            said = [finding.message for finding in lint(document, [rule], language)]
        except Problem:
            # The page of a rule that fails is worth reading too; `speechlint test` tells how it fails.
            said = []
        if said:
            return said[0]
    return rule.message[language]


def failures(rule: Rule) -> Iterator[Failure]:
    """Yield every example of the rule that fails: a finding elsewhere, a missing one, or one where none should be."""
    for marked in (*rule.bad, *rule.good):
        document, expected = example_of(rule, marked)
        text = document.text
        seen = tuple(finding.span for finding in lint(document, [rule]))
        if seen != tuple(sorted(expected)):
            yield Failure(rule.id, mark(text, expected), mark(text, seen))
    yield from fix_failures(rule)


def fix_failures(rule: Rule) -> Iterator[Failure]:
    """Yield every bad example that the rule's own fix leaves unclean."""
    if rule.fix is None:
        return
    for marked in rule.bad:
        text, _ = unmark(marked)
        fixed = text
        for finding in reversed(lint(document_of(text), [rule])):
            if finding.fix:
                span = finding.fix.span
                fixed = fixed[: span.start] + finding.fix.text + fixed[span.end :]
        left = tuple(finding.span for finding in lint(document_of(fixed), [rule]) if finding.fix)
        if left:
            yield Failure(rule.id, marked, mark(fixed, left))
