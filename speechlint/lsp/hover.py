"""What an editor shows over an underlined word: the message and the page of the rule."""

from __future__ import annotations

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from speechlint.lsp.drafts import Draft
from speechlint.model import Finding
from speechlint.reports.rule_page import rule_page


def hover(draft: Draft, position: Position) -> Hover | None:
    """The findings at a position, nothing where there is none."""
    offset = draft.positions.offset(position)
    found = [finding for finding in draft.findings if finding.span.start <= offset <= finding.span.end]
    if not found:
        return None
    text = "\n\n---\n\n".join(explained(draft, finding) for finding in found)
    return Hover(MarkupContent(MarkupKind.Markdown, text), draft.positions.range(found[0].span))


def explained(draft: Draft, finding: Finding) -> str:
    rule = draft.rule(finding.rule)
    page = rule_page(rule, draft.language, finding.message) if rule else ""
    return f"**{finding.message}**\n\n{page}".strip()
