"""The drafts open in an editor, each with its findings as of the version they were found in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lsprotocol.types import PositionEncodingKind
from pygls.uris import to_fs_path

from speechlint.config.workspace import Request, Workspace
from speechlint.lsp.positions import Positions
from speechlint.messages import Language, Problem
from speechlint.model import Document, Finding, compose
from speechlint.readers import read_bytes
from speechlint.readers.encoding import MARK
from speechlint.ruleset import Rule
from speechlint.session import check_document

TEXT_SUFFIXES = (".txt", ".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Opened:
    """One version of a draft as the editor sent it; `language_id` is the editor's name for what is written in it."""

    uri: str
    version: int | None
    source: str
    language_id: str | None = None

    @property
    def path(self) -> Path:
        """Where the draft is kept; one never saved counts as kept in the current folder."""
        path = to_fs_path(self.uri) if self.uri.startswith("file:") else None
        return Path(path or self.uri.rpartition("/")[2] or "-")


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of a draft, checked; `problem` stands where it could not be."""

    opened: Opened
    document: Document
    positions: Positions
    rules: tuple[Rule, ...] = ()
    language: Language = "zh"
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None

    def rule(self, name: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == name), None)


class Drafts:
    """Checks what an editor shows, by the configuration of the folder it is kept in."""

    def __init__(self, encoding: PositionEncodingKind | str, language: Language | None = None) -> None:
        self._encoding = encoding
        self._request = Request(language=language)
        self.reconfigure()

    def reconfigure(self) -> None:
        """Read the configuration files anew, and forget what was found by the old ones."""
        self._workspace = Workspace(self._request)
        self._checked: dict[str, Draft] = {}

    def forget(self, uri: str) -> None:
        self._checked.pop(uri, None)

    def checked(self, opened: Opened) -> Draft:
        """The draft as it stands now, linted unless this version was."""
        known = self._checked.get(opened.uri)
        if known is None or known.opened != opened:
            known = self._checked[opened.uri] = self._check(opened)
        return known

    def _check(self, opened: Opened) -> Draft:
        try:
            settings = self._workspace.for_path(opened.path)
            document = read_opened(opened)
        except Problem as problem:
            nothing = compose(opened.uri, ())
            return Draft(opened, nothing, Positions(nothing, self._encoding), problem=problem)
        outcome = check_document(document, settings)
        positions = Positions(document, self._encoding, int(opened.source.startswith(MARK)))
        return Draft(opened, document, positions, settings.rules, settings.language, outcome.findings, outcome.problem)


def read_opened(opened: Opened) -> Document:
    """Read what the editor shows, whatever the file on disk holds; raises Problem."""
    suffix = opened.path.suffix.lower()
    if suffix not in TEXT_SUFFIXES:
        suffix = ".md" if opened.language_id == "markdown" else ".txt"
    # An editor may send half a surrogate pair; it counts as one character here and there.
    data = opened.source.encode("utf-8", "replace")
    return read_bytes(str(opened.path), data, "utf-8", suffix)
