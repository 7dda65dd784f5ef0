"""What a run over an archive is told: plain values that can be sent to any worker."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from speechlint import __version__
from speechlint.cache import plain_options
from speechlint.config.workspace import Request, Workspace
from speechlint.corpus.sources import Draft
from speechlint.corpus.storage import Place, Storage
from speechlint.messages import Problem
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

    `timeout` is in seconds a draft, `max_memory` in bytes a worker; 0 is no limit.
    """

    out: str
    request: Request
    key: str
    options: Mapping[str, object] = field(default_factory=dict)
    retries: int = 3
    timeout: float = 120.0
    max_memory: int = 0
    jsonl: bool = False

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
    others = (settings.language, str(settings.min_severity), settings.encoding, sorted(settings.words))
    parts = repr((__version__, others, [digest_of(rule) for rule in settings.rules]))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest_of(rule: Rule) -> tuple[str, ...]:
    """What a rule is, in a form that is the same wherever its files lie."""
    files = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (rule.path, *rule.tables))
    tables = [name for name, value in rule.options.items() if isinstance(value, Table)]
    options = {name: value for name, value in plain_options(rule).items() if name not in tables}
    return rule.id, str(rule.severity), repr(rule.message), str(rule.fix), repr(options), *files
