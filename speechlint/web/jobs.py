"""What a worker process is asked to do: check one draft, or hand it back as chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from speechlint.config.workspace import Request, Workspace
from speechlint.language.analysis import Analysis
from speechlint.language.time_clues import time_clues
from speechlint.linter import at_least
from speechlint.messages import Language, say
from speechlint.model import Document, Finding, Fix
from speechlint.readers import read_bytes
from speechlint.reports.json import Value, finding_of, place
from speechlint.reports.pictures import outline_picture, timeline_picture
from speechlint.reviewing import Reviewed
from speechlint.session import Settings, findings_in
from speechlint.web.choices import Choices, Kind, delivered, keyed, mended_with, offers

Result = TypeVar("Result", covariant=True)


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as it was sent; `name` is its file's name without any folder, `encoding` is known for pasted text."""

    name: str
    data: bytes
    encoding: str | None = None
    language: Language | None = None


class Desk:
    """The settings of a worker, in either language."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._workspaces: dict[Language | None, Workspace] = {}

    def settings(self, draft: Draft) -> Settings:
        """What a draft is checked with; raises Problem when the configuration is wrong."""
        language = draft.language
        if language not in self._workspaces:
            self._workspaces[language] = Workspace(
                replace(self._request, language=language) if language else self._request
            )
        settings = self._workspaces[language].for_path(Path(draft.name))
        return settings._replace(encoding=draft.encoding) if draft.encoding else settings


class Job(Protocol[Result]):
    """Something to be done with one draft; what goes to a worker and what comes back must survive pickling."""

    def run(self, desk: Desk) -> Result:
        """Do it; raises Problem."""


@dataclass(frozen=True, slots=True)
class Check:
    """One draft to be checked."""

    draft: Draft

    def run(self, desk: Desk) -> bytes:
        """The draft line by line, its findings and its pictures, as a JSON object; raises Problem."""
        settings = desk.settings(self.draft)
        document = read_bytes(self.draft.name, self.draft.data, settings.encoding, layout=settings.reads_layout)
        found = findings_in(document, settings)
        record = {"name": self.draft.name, "error": None, **record_of(document, found, settings)}
        return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Deliver:
    """One draft to be handed back as chosen."""

    draft: Draft
    kind: Kind
    choices: Choices

    def run(self, desk: Desk) -> Reviewed:
        """The file and how much is written into it; raises Problem."""
        date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        settings = desk.settings(self.draft)
        return delivered(self.draft.name, self.draft.data, settings, self.kind, self.choices, date)


def record_of(document: Document, found: Sequence[Finding], settings: Settings) -> dict[str, Value]:
    language = settings.language
    analysis = Analysis(document)
    clues = time_clues(analysis.setting, analysis.timeline)
    return {
        "format": document.format,
        "characters": len(document.text),
        "notes": [say(note, language) for note in document.notes],
        "lines": [{"start": b.span.start, "text": document.text_of(b), "kind": b.kind.value} for b in document.blocks],
        "findings": list(findings_with_offers(document, found, settings)),
        "outline": outline_picture(document, analysis.outline, language),
        "timeline": timeline_picture(document, analysis.timeline, clues, language),
    }


def findings_with_offers(
    document: Document, found: Sequence[Finding], settings: Settings
) -> Iterator[dict[str, Value]]:
    for key, finding in keyed(document, at_least(found, settings.min_severity)):
        also = [edit(document, other.fix) for other in mended_with(finding, found) if other.fix]
        better: list[Value] = [
            {**edit(document, fix), "safe": fix.safe, "also": also if fix == finding.fix else []}
            for fix in offers(finding)
        ]
        title = say(f"family-{finding.family}", settings.language)
        yield {
            **finding_of(document, finding),
            "key": key,
            "family": finding.family,
            "family_title": title,
            "offers": better,
        }


def edit(document: Document, fix: Fix) -> dict[str, Value]:
    return {"text": fix.text, "replaces": place(document, fix.span)}
