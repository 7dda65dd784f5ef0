"""What a run over an archive is told: plain values that can be sent to any worker."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from speechlint import __version__
from speechlint.cache import code_of
from speechlint.config.workspace import Request, Workspace
from speechlint.corpus.limits import Limits
from speechlint.corpus.sources import Draft
from speechlint.corpus.storage import Place, Storage
from speechlint.messages import Problem
from speechlint.options import Options
from speechlint.ruleset import Rule
from speechlint.session import Settings
from speechlint.tables import Table


@dataclass(frozen=True, slots=True)
class Shard:
    """Some drafts that are checked, written and done again together."""

    number: int
    drafts: tuple[Draft, ...]

    @property
    def name(self) -> str:
        return f"shard-{self.number:06}"


@dataclass(frozen=True, slots=True)
class Job:
    """One run: where results go, by which rules (`key` tells them apart), and the limits of a worker.

    `timeout` is in seconds a draft, `max_memory` in bytes a worker; 0 is no limit. With `limits` the drafts are held
    against one another too.
    """

    out: str
    request: Request
    key: str
    options: Mapping[str, object] = field(default_factory=dict)
    retries: int = 3
    timeout: float = 120.0
    max_memory: int = 0
    jsonl: bool = False
    limits: Limits | None = None

    @property
    def storage(self) -> Storage:
        return Storage(self.options, self.retries)

    @property
    def place(self) -> Place:
        return self.storage.at(self.out)


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What became of a finished shard, in numbers."""

    number: int
    documents: int
    errors: int
    findings: int
    seconds: float


def settings_of(request: Request) -> Settings:
    """The settings every draft of an archive is checked with: those of the folder the run is started in."""
    settings = Workspace(request).for_path(Path.cwd() / "-")
    if not settings.rules:
        raise Problem("no-rules")
    return settings


def key_of(settings: Settings) -> str:
    """16 hexadecimal digits that differ when findings may: by version, rules, words, language, severity, encoding."""
    words = (sorted(settings.words), sorted(settings.known))
    others = (settings.language, str(settings.min_severity), settings.encoding, *words)
    parts = repr((__version__, others, [digest_of(rule) for rule in settings.rules]))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest_of(rule: Rule) -> tuple[str, ...]:
    """What a rule is, in a form that is the same wherever its files lie."""
    # What is as its file writes it need not be converted, which would load every table and compile every regex.
    if isinstance(rule.options, Options):
        options = repr(rule.options.written)
    else:
        options = repr({name: told(value) for name, value in sorted(rule.options.items())})
    files = (rule.path, *rule.tables, *code_of(rule.module))
    return rule.id, str(rule.severity), repr(rule.message), str(rule.fix), options, *map(digest, files)


def told(value: object) -> object:
    """An option in a form whose representation tells what it is."""
    if isinstance(value, Table):
        return digest(value.path)
    return (value.pattern, value.flags) if isinstance(value, re.Pattern) else value


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
