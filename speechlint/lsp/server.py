"""The language server: what the editor tells, and what it asks, answered from the drafts it has open."""

from __future__ import annotations

import asyncio

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from speechlint import __version__
from speechlint.lsp.actions import FIX_ALL, code_actions
from speechlint.lsp.diagnostics import diagnostics
from speechlint.lsp.drafts import Draft, Drafts, Opened
from speechlint.lsp.hover import hover
from speechlint.lsp.symbols import symbols
from speechlint.messages import Language

# A pause in typing this long, in seconds, and the draft is checked.
PAUSE = 0.3
UTF16 = types.PositionEncodingKind.Utf16
ACTION_KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]


class SpeechlintServer(LanguageServer):
    """Checks each open draft when typing pauses; a version overtaken by a newer one is never reported.

    Drafts arrive whole with every change: pygls finds the place of a partial change by `str.splitlines`, which also
    cuts at U+2028, form feeds and others that are no line ends to an editor.
    """

    def __init__(self, language: Language | None = None) -> None:
        super().__init__("speechlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._language = language
        self._drafts: Drafts | None = None
        self._waiting: dict[str, asyncio.Task[None]] = {}

    @property
    def drafts(self) -> Drafts:
        """Made when first asked for: only then is agreed how the editor counts."""
        if self._drafts is None:
            self._drafts = Drafts(self.workspace.position_encoding or UTF16, self._language)
        return self._drafts

    def opened(self, uri: str) -> Opened:
        text = self.workspace.get_text_document(uri)
        return Opened(uri, text.version, text.source, text.language_id)

    def draft(self, uri: str) -> Draft:
        return self.drafts.checked(self.opened(uri))

    def check_soon(self, uri: str, pause: float = PAUSE) -> None:
        """Check a draft when no further change comes for `pause` seconds."""
        self.stop_waiting(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    def stop_waiting(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()

    def check_all(self) -> None:
        """Read the configuration anew and check every open draft."""
        self.drafts.reconfigure()
        for uri in self.workspace.text_documents:
            self.check_soon(uri, 0)

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        draft = await asyncio.to_thread(self.drafts.checked, self.opened(uri))
        if draft.opened == self.opened(uri):
            self.publish(draft)

    def publish(self, draft: Draft) -> None:
        found = diagnostics(draft)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(draft.opened.uri, found, draft.opened.version)
        )

    @property
    def versions_edits(self) -> bool:
        """Whether the editor takes edits that name the version they are for."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)


def make_server(language: Language | None = None) -> SpeechlintServer:
    """A server with everything it answers to."""
    server = SpeechlintServer(language)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(".toml"):
            server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def configuration_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.stop_waiting(uri)
        server.drafts.forget(uri)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=ACTION_KINDS))
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        draft = server.draft(params.text_document.uri)
        asked = draft.positions.span(params.range)
        return code_actions(draft, asked, params.context.only or (), versioned=server.versions_edits)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        return hover(server.draft(params.text_document.uri), params.position)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return symbols(server.draft(params.text_document.uri))

    return server
