"""The language server, driven by a real client over its standard streams."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

DRAFT = "在全县干部大会上的讲话\n\n同志们：\n\n　　😀𠮷县要打造避署胜地，狠抓工作落实。\n"
MENDED = DRAFT.replace("避署", "避暑")
LINE = 4
# Full-width blanks, an emoji and a character outside the BMP: 2 + 2 + 2 units before 县要打造.
START = 10


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[sys.executable, "-m", "speechlint", "lsp"]))
async def client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
        )
    )
    folder = tmp_path.as_uri()
    await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities, root_uri=folder))
    yield
    await lsp_client.shutdown_session()


def item(uri: str, text: str, language: str = "plaintext", version: int = 1) -> types.TextDocumentItem:
    return types.TextDocumentItem(uri, language, version, text)


async def diagnosed(client: LanguageClient) -> list[types.Diagnostic]:
    """What the server says next; `client.diagnostics` itself may be set only after the wait has ended."""
    said = client.protocol.wait_for_notification_async(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list((await asyncio.wait_for(said, timeout=60)).diagnostics)


async def open_draft(
    client: LanguageClient, uri: str, text: str, language: str = "plaintext"
) -> list[types.Diagnostic]:
    client.text_document_did_open(types.DidOpenTextDocumentParams(item(uri, text, language)))
    return await diagnosed(client)


async def rewrite(client: LanguageClient, uri: str, text: str, version: int) -> None:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, uri),
            [types.TextDocumentContentChangeWholeDocument(text)],
        )
    )


async def offered(
    client: LanguageClient, uri: str, range: types.Range, only: list[str] | None = None
) -> list[types.CodeAction]:
    context = types.CodeActionContext([], [types.CodeActionKind(kind) for kind in only or []] or None)
    asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), range, context)
    found = await client.text_document_code_action_async(asked)
    return [action for action in found or [] if isinstance(action, types.CodeAction)]


def edited(text: str, edits: list[types.TextEdit]) -> str:
    """The text as an editor counting UTF-16 units would leave it."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        first, last = edit.range.start, edit.range.end
        before = lines[first.line].encode("utf-16-le")[: first.character * 2].decode("utf-16-le")
        after = lines[last.line].encode("utf-16-le")[last.character * 2 :].decode("utf-16-le")
        lines[first.line : last.line + 1] = f"{before}{edit.new_text}{after}".split("\n")
    return "\n".join(lines)


def edits_of(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit
    changes = action.edit.document_changes
    assert changes
    change = changes[0]
    assert isinstance(change, types.TextDocumentEdit)
    return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]


WORD = types.Range(types.Position(LINE, START), types.Position(LINE, START + 2))


@pytest.mark.asyncio
async def test_a_misspelling_is_underlined_exactly_and_its_fix_clears_it(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    (found,) = await open_draft(client, uri, DRAFT)
    assert (found.range, found.code, found.severity) == (WORD, "typo/misspelling", types.DiagnosticSeverity.Error)
    fix = next(action for action in await offered(client, uri, WORD) if action.is_preferred)
    after = edited(DRAFT, edits_of(fix))
    assert after == MENDED
    await rewrite(client, uri, after, 2)
    assert not await diagnosed(client)


@pytest.mark.asyncio
async def test_only_the_last_of_many_quick_changes_is_reported(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    await open_draft(client, uri, MENDED)
    for version in range(2, 12):
        await rewrite(client, uri, DRAFT if version == 11 else MENDED + "改" * version, version)
    (found,) = await diagnosed(client)
    assert found.range == WORD


@pytest.mark.asyncio
async def test_ignoring_writes_a_marker_that_silences(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    await open_draft(client, uri, DRAFT)
    ignore = next(a for a in await offered(client, uri, WORD, ["quickfix"]) if "忽略" in a.title)
    await rewrite(client, uri, edited(DRAFT, edits_of(ignore)), 2)
    assert not await diagnosed(client)


@pytest.mark.asyncio
async def test_all_safe_corrections_come_as_one_action(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.md").as_uri()
    text = "# 讲话\n\n要打造避署胜地。\n\n要打造避署名城。\n"
    assert len(await open_draft(client, uri, text, "markdown")) == 2
    nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))
    (every,) = await offered(client, uri, nowhere, ["source.fixAll"])
    assert every.kind == "source.fixAll.speechlint"
    assert edited(text, edits_of(every)) == text.replace("避署", "避暑")


@pytest.mark.asyncio
async def test_hovering_shows_the_rule(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    await open_draft(client, uri, DRAFT)
    asked = types.HoverParams(types.TextDocumentIdentifier(uri), WORD.start)
    shown = await client.text_document_hover_async(asked)
    assert shown
    assert isinstance(shown.contents, types.MarkupContent)
    assert "typo/misspelling" in shown.contents.value
    assert "避暑" in shown.contents.value
    asked = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
    assert await client.text_document_hover_async(asked) is None


OUTLINED = (
    "在全县干部大会上的讲话\n\n同志们：\n\n　　下面我讲两点意见。\n\n一、抓发展\n\n　　要抓项目。\n\n"
    "（一）抓工业\n\n　　要抓园区。\n\n二、抓民生\n\n　　要办实事。\n"
)


@pytest.mark.asyncio
async def test_the_outline_is_a_tree_of_symbols(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    await open_draft(client, uri, OUTLINED)
    asked = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    roots = await client.text_document_document_symbol_async(asked)
    assert roots
    names = [root.name for root in roots]
    assert names == ["在全县干部大会上的讲话", "两点意见", "一、抓发展", "二、抓民生"]
    first = roots[2]
    assert isinstance(first, types.DocumentSymbol)
    assert [inner.name for inner in first.children or []] == ["（一）抓工业"]
    assert (first.range.start.line, first.range.end.line) == (6, 12)
    claim = roots[1]
    assert isinstance(claim, types.DocumentSymbol)
    assert claim.detail == "✓"


@pytest.mark.asyncio
async def test_a_configuration_saved_takes_effect_at_once(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    assert await open_draft(client, uri, DRAFT)
    config = tmp_path / "speechlint.toml"
    config.write_text('ignore = ["typo"]\n', encoding="utf-8")
    change = types.FileEvent(config.as_uri(), types.FileChangeType.Created)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    assert not await diagnosed(client)


@pytest.mark.asyncio
async def test_a_wrong_configuration_is_said_and_not_fatal(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "speechlint.toml").write_text('selec = ["typo"]\n', encoding="utf-8")
    uri = (tmp_path / "讲话.txt").as_uri()
    (found,) = await open_draft(client, uri, DRAFT)
    assert "selec" in found.message


@pytest.mark.asyncio
async def test_closing_a_draft_takes_its_findings_away(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "讲话.txt").as_uri()
    await open_draft(client, uri, DRAFT)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert not await diagnosed(client)


@pytest.mark.asyncio
async def test_a_draft_never_saved_is_checked(client: LanguageClient) -> None:
    assert [found.range for found in await open_draft(client, "untitled:Untitled-1", DRAFT)] == [WORD]
