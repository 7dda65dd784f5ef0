"""What an editor offers for a finding: its correction, its other suggestions, ignoring it; and all safe corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from speechlint.fixes import wanted_fixes, whole_lines
from speechlint.lsp.diagnostics import diagnostic
from speechlint.lsp.drafts import Draft
from speechlint.messages import say
from speechlint.model import Finding, Fix, Span
from speechlint.suppress import marker_fixes

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.speechlint"


def code_actions(draft: Draft, asked: Span, only: Sequence[str], *, versioned: bool) -> list[CodeAction]:
    """The actions of the kinds asked for (all, if none is named) on findings that touch a span.

    `versioned` edits are refused by an editor that has moved on meanwhile; not every editor knows them.
    """
    offered = Offer(draft, versioned).actions(asked)
    return [action for action in offered if not only or any(is_kind(action.kind, kind) for kind in only)]


def is_kind(kind: str | None, wanted: str) -> bool:
    """Whether a kind is the one wanted or below it: `source.fixAll.speechlint` is a `source`."""
    return kind is not None and (kind == wanted or kind.startswith(f"{wanted}."))


class Offer:
    """The actions on one version of a draft."""

    def __init__(self, draft: Draft, versioned: bool) -> None:
        self._draft = draft
        self._versioned = versioned

    def actions(self, asked: Span) -> Iterator[CodeAction]:
        touched = [finding for finding in self._draft.findings if touches(finding, asked)]
        for finding in touched:
            yield from self._corrections(finding)
        for finding in touched:
            yield from self._ignoring(finding)
        yield from self._all_safe()

    def _corrections(self, finding: Finding) -> Iterator[CodeAction]:
        fix = finding.fix
        if fix is not None:
            yield self._correction(finding, fix, preferred=fix.safe)
        for text in finding.suggestions:
            other = Fix(finding.span, text, safe=False)
            if fix is None or (fix.span, fix.text) != (other.span, other.text):
                yield self._correction(finding, other, preferred=False)

    def _correction(self, finding: Finding, fix: Fix, *, preferred: bool) -> CodeAction:
        old, language = self._draft.document.text_of(fix.span), self._draft.language
        key = "lsp-replace" if old and fix.text else "lsp-delete" if old else "lsp-insert"
        title = say(key, language, old=shortened(old), new=shortened(fix.text))
        return self._action(title, CodeActionKind.QuickFix, [fix], finding, preferred)

    def _ignoring(self, finding: Finding) -> Iterator[CodeAction]:
        fixes = marker_fixes(self._draft.document, [finding])
        if fixes:
            title = say("lsp-ignore", self._draft.language, rule=finding.rule)
            yield self._action(title, CodeActionKind.QuickFix, fixes, finding)

    def _all_safe(self) -> Iterator[CodeAction]:
        fixes = wanted_fixes(self._draft.findings)
        if fixes:
            yield self._action(say("lsp-fix-all", self._draft.language, count=len(fixes)), FIX_ALL, fixes)

    def _action(
        self,
        title: str,
        kind: CodeActionKind | str,
        fixes: Sequence[Fix],
        finding: Finding | None = None,
        preferred: bool = False,
    ) -> CodeAction:
        about = [diagnostic(self._draft, finding)] if finding else None
        return CodeAction(title, kind, about, preferred or None, edit=self._edit(fixes))

    def _edit(self, fixes: Sequence[Fix]) -> WorkspaceEdit:
        draft = self._draft
        edits = [TextEdit(draft.positions.range(fix.span), fix.text) for fix in whole_lines(draft.document, fixes)]
        if not self._versioned:
            return WorkspaceEdit(changes={draft.opened.uri: edits})
        text = OptionalVersionedTextDocumentIdentifier(draft.opened.uri, draft.opened.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(text, edits)])


def touches(finding: Finding, asked: Span) -> bool:
    """Whether a finding holds or borders on a cursor, or shares a character with a selection."""
    return finding.span.start <= asked.end and asked.start <= finding.span.end


def shortened(text: str, longest: int = 20) -> str:
    line = text.replace("\n", "⏎")
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
