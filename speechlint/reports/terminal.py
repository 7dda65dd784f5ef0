"""The report a person reads: the line, a caret under the exact characters, what is wrong and what would mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from speechlint.messages import Language, say
from speechlint.model import Document, Finding, Severity
from speechlint.reports.excerpt import excerpt
from speechlint.session import Checked

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
MARGIN = "    │ "
RELATED_SHOWN = 4


def terminal(outcome: Checked, language: Language, *, width: int, per_rule: int) -> Iterator[Text]:
    """Yield one file's report line by line; after `per_rule` findings of a rule the rest are counted (0: never)."""
    document = outcome.document
    if document is None or not outcome.findings:
        return
    yield Text(outcome.path, "bold underline")
    shown: Counter[str] = Counter()
    for finding in outcome.findings:
        shown[finding.rule] += 1
        if not per_rule or shown[finding.rule] <= per_rule:
            yield from one(document, finding, language, width)
    for rule, count in shown.items():
        if per_rule and count > per_rule:
            yield Text(say("folded", language, rule=rule, count=count - per_rule), "dim italic")
    yield Text()


def one(document: Document, finding: Finding, language: Language, width: int) -> Iterator[Text]:
    at = document.position(finding.span.start)
    part = document.block_at(finding.span.start).kind.part
    style = STYLES[finding.severity]
    head = Text.assemble(
        (f"{at.line}:{at.column}", "bold"), "  ", (say(f"severity-{finding.severity}", language), style)
    )
    head.append("  ").append(finding.message)
    name = Text(finding.rule if part == "body" else f"{finding.rule}  {say(f'part-{part}', language)}", "dim")
    if head.cell_len + len("  ") + name.cell_len <= width:
        yield head.append("  ").append_text(name)
    else:
        # A name broken at the screen's edge can be neither read nor copied.
        yield head
        yield Text.assemble((" " * len(MARGIN)), name)
    shown = excerpt(document, finding.span, width - len(MARGIN) - 1)
    yield Text.assemble((MARGIN, "dim"), shown.before, (shown.marked, style), shown.after)
    yield Text.assemble((MARGIN, "dim"), " " * shown.indent, ("^" * shown.breadth, style))
    if better := unsaid(finding, language):
        yield Text.assemble((MARGIN, "dim"), (say("suggestion", language, better=better), "green"))
    yield from related(document, finding, language, width)


def unsaid(finding: Finding, language: Language) -> str:
    """The suggestions that the message does not hold already."""
    return say("comma", language).join(text for text in finding.suggestions if text and text not in finding.message)


def related(document: Document, finding: Finding, language: Language, width: int) -> Iterator[Text]:
    for place in finding.related[:RELATED_SHOWN]:
        at = document.position(place.span.start)
        line = Text.assemble((MARGIN, "dim"), (f"{at.line}:{at.column}", "bold"), "  ", (place.message, "dim"))
        line.truncate(width, overflow="ellipsis")
        yield line
    rest = len(finding.related) - RELATED_SHOWN
    if rest > 0:
        yield Text.assemble((MARGIN, "dim"), (say("more-related", language, count=rest), "dim"))
