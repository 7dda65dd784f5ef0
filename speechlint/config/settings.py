"""What a configuration file may say: the fields and their annotations are its schema."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from speechlint.messages import Language
from speechlint.model import Severity
from speechlint.selection import Choice

Names = tuple[str, ...]


class RuleSettings(NamedTuple):
    """`[rules."typo/misspelling"]`: what is changed about one rule; `options` are those of its kind of check."""

    enabled: bool | None = None
    severity: Severity | None = None
    options: Mapping[str, object] = MappingProxyType({})


class Override(NamedTuple):
    """`[overrides."公文/**"]`: what is changed for the files of one pattern."""

    select: Names = ()
    ignore: Names = ()
    extend_select: Names = ()
    extend_ignore: Names = ()
    rules: Mapping[str, RuleSettings] = MappingProxyType({})


class Profile(NamedTuple):
    """`[profiles.公文]`: the same with a name, for the files of several patterns."""

    select: Names = ()
    ignore: Names = ()
    extend_select: Names = ()
    extend_ignore: Names = ()
    rules: Mapping[str, RuleSettings] = MappingProxyType({})
    paths: Names = ()


class Config(NamedTuple):
    """The effective settings of one folder; a key is its field's name with hyphens.

    Patterns are written as in .gitignore and count from `folder`, the nearest configuration file's own; paths count
    from the file that names them.
    """

    select: Names = ()
    ignore: Names = ()
    extend_select: Names = ()
    extend_ignore: Names = ()
    per_file_ignores: Mapping[str, Names] = MappingProxyType({})
    min_severity: Severity = Severity.WARNING
    fail_on: Severity = Severity.WARNING
    exclude: Names = ()
    extend_exclude: Names = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    encoding: str | None = None
    lang: Language = "zh"
    output_format: Names = ("text",)
    max_per_rule: int = 3
    rule_folders: tuple[Path, ...] = ()
    words: tuple[Path, ...] = ()
    corrector: Path | None = None
    baseline: Path | None = None
    jobs: int = 0
    rules: Mapping[str, RuleSettings] = MappingProxyType({})
    profiles: Mapping[str, Profile] = MappingProxyType({})
    overrides: Mapping[str, Override] = MappingProxyType({})


class Origin(NamedTuple):
    """The file and the 1-based line that set a key."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Configured(NamedTuple):
    """A Config, the folder it governs, and where each key path was set; what has no origin is a default."""

    config: Config
    folder: Path
    file: Path | None = None
    origins: Mapping[tuple[str, ...], Origin] = MappingProxyType({})

    @property
    def files(self) -> frozenset[Path]:
        """Every file that has a say here."""
        return frozenset({origin.file for origin in self.origins.values()} | ({self.file} if self.file else set()))

    def origin(self, *keys: str) -> Origin | None:
        """Where a key path was set, or the table around it."""
        while keys and keys not in self.origins:
            keys = keys[:-1]
        return self.origins.get(keys)


def choice_of(settings: Config | Override | Profile) -> Choice:
    """The selection that settings ask for; switching one rule on or off is selecting or ignoring its id."""
    on = tuple(name for name, rule in settings.rules.items() if rule.enabled is True)
    off = tuple(name for name, rule in settings.rules.items() if rule.enabled is False)
    return Choice(settings.select, settings.ignore, (*settings.extend_select, *on), (*settings.extend_ignore, *off))
