"""The settings of every file of a run: its nearest configuration, its profiles, then the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.config.nearest import nearest, require_file
from speechlint.config.settings import Config, Configured, Names, Override, Profile, choice_of
from speechlint.config.tuning import tuned
from speechlint.messages import Language, Problem
from speechlint.model import Severity
from speechlint.options import closest
from speechlint.plugins import plugin_folders
from speechlint.rule_cache import remembered_rules
from speechlint.ruleset import FAMILIES, Rule
from speechlint.selection import Choice, choose
from speechlint.session import Settings
from speechlint.stored import program_folder
from speechlint.suppress import names_of
from speechlint.words import read_words

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from speechlint.cache import ResultCache

WORDS = Path(".speechlint", "words.txt")
# What is meant for some files only, with the key path of its table.
Asked = tuple[Names, Override | Profile]
LISTS = ("select", "ignore", "extend-select", "extend-ignore")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line says over any configuration; plain data, so that worker processes can be given it."""

    choice: Choice = field(default_factory=Choice)
    per_file_ignores: Mapping[str, Names] = field(default_factory=dict)
    min_severity: Severity | None = None
    language: Language | None = None
    encoding: str | None = None
    config: Path | None = None
    isolated: bool = False
    cache: Path | None = None
    corrector: Path | None = None


class Workspace:
    """Settings for each file, made once for all the files that share them."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self._folders: dict[Path, Configured] = {}
        self._settings: dict[tuple[int, tuple[Names, ...], Names], Settings] = {}

    def configured(self, folder: Path) -> Configured:
        """The configuration of a folder; raises Problem when it is wrong."""
        folder = Path(os.path.abspath(folder))  # noqa: PTH100  a link's folder is where the link stands
        if folder not in self._folders:
            self._folders[folder] = self._found(folder)
        return self._folders[folder]

    def _found(self, folder: Path) -> Configured:
        request = self.request
        if request.isolated:
            return self._shared(None)
        return self._shared(require_file(request.config) if request.config else nearest(folder))

    def _shared(self, file: Path | None) -> Configured:
        """One object for all the folders that a file governs."""
        known = (other for other in self._folders.values() if other.file == file)
        return next(known, None) or (loaded(file) if file else Configured(Config(), Path.cwd()))

    def rules(self, folder: Path) -> tuple[Rule, ...]:
        """Every rule known in a folder, on or off, as its configuration tunes them."""
        configured = self.configured(folder)
        rules = known_rules(configured.config.rule_folders, isolated=self.request.isolated)
        require_known_names(configured, rules)
        return tuned(rules, configured, ("rules",), configured.config.rules)

    def for_path(self, path: Path) -> Settings:
        """The settings one file is checked with; raises Problem when its configuration is wrong."""
        configured = self.configured(path.parent)
        overrides = tuple(matching(path, configured))
        ignores = tuple(self._ignored(path, configured))
        key = (id(configured), tuple(keys for keys, _ in overrides), ignores)
        if key not in self._settings:
            self._settings[key] = self._made(path.parent, configured, overrides, ignores)
        return self._settings[key]

    def _ignored(self, path: Path, configured: Configured) -> Iterator[str]:
        for patterns in (configured.config.per_file_ignores, self.request.per_file_ignores):
            for pattern, names in patterns.items():
                if fits(pattern, path, configured.folder):
                    yield from names

    def _made(self, folder: Path, configured: Configured, overrides: Sequence[Asked], ignores: Names) -> Settings:
        config, request = configured.config, self.request
        rules = self.rules(folder)
        for keys, override in overrides:
            rules = tuned(rules, configured, (*keys, "rules"), override.rules)
        asked: tuple[Config | Override | Profile, ...] = (config, *(override for _, override in overrides))
        layers = [*map(choice_of, asked), request.choice, Choice(ignore=ignores)]
        if model := request.corrector or config.corrector:
            from speechlint.config.corrector import aided, choice_for

            rules = aided(rules, model)
            # What the command line says beats every configuration, the wish to hear its corrector too.
            layers.insert(len(asked) if request.corrector else 0, choice_for(rules))
        settings = Settings(
            choose(rules, layers),
            request.min_severity or config.min_severity,
            request.language or config.lang,
            request.encoding or config.encoding,
            frozenset() if request.isolated else words_of(configured),
            names_of(rule.id for rule in rules),
        )
        return settings._replace(cache=self._cache(settings))

    def _cache(self, settings: Settings) -> ResultCache | None:
        if self.request.cache is None:
            return None
        from speechlint.cache import ResultCache, settings_key

        told = (settings.min_severity.value, settings.language, sorted(settings.words), sorted(settings.known))
        key = settings_key(settings.rules, *told)
        return ResultCache(self.request.cache, key)


def loaded(file: Path) -> Configured:
    from speechlint.config.load import load

    return load(file)


def matching(path: Path, configured: Configured) -> Iterator[Asked]:
    """The profiles, then the overrides, meant for a file, each with the key path of its table."""
    for name, profile in configured.config.profiles.items():
        if any(fits(pattern, path, configured.folder) for pattern in profile.paths):
            yield ("profiles", name), profile
    for pattern, override in configured.config.overrides.items():
        if fits(pattern, path, configured.folder):
            yield ("overrides", pattern), override


def fits(pattern: str, path: Path, folder: Path) -> bool:
    relative = Path(os.path.relpath(path, folder))
    return spec(pattern).match_file(path.name if ".." in relative.parts else relative.as_posix())


@cache
def spec(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])


@cache
def known_rules(folders: tuple[Path, ...], *, isolated: bool) -> tuple[Rule, ...]:
    """The built-in rules and those of plugins and folders, sorted by id; raises Problem when an id comes twice."""
    rules: dict[str, Rule] = {}
    plugins = () if isolated else plugin_folders()
    for folder in (None, *plugins, *folders):
        if folder is not None and not folder.is_dir():
            raise Problem("no-such-path", at=folder)
        for rule in remembered_rules(folder, program_folder()):
            if rule.id in rules:
                raise Problem("repeated-rule", at=rule.path, rule=rule.id, other=rules[rule.id].path)
            rules[rule.id] = rule
    return tuple(rules[name] for name in sorted(rules))


def require_known_names(configured: Configured, rules: Sequence[Rule]) -> None:
    """Raise Problem for the first rule or family named in a configuration that does not exist."""
    known = ["ALL", *FAMILIES, *(rule.id for rule in rules)]
    for keys, name in named(configured.config):
        if name not in known:
            raise Problem("unknown-rule", at=configured.origin(*keys), name=name, near=closest(name, known))


def named(config: Config) -> Iterator[tuple[Names, str]]:
    """Every rule or family that a configuration names, with the key path where it does."""
    yield from named_by(config, ())
    for pattern, names in config.per_file_ignores.items():
        yield from ((("per-file-ignores", pattern), name) for name in names)
    for table, overrides in (("profiles", config.profiles), ("overrides", config.overrides)):
        for key, override in overrides.items():
            yield from named_by(override, (table, key))


def named_by(settings: Config | Override | Profile, above: Names) -> Iterator[tuple[Names, str]]:
    for key in LISTS:
        yield from (((*above, key), name) for name in getattr(settings, key.replace("-", "_")))
    yield from (((*above, "rules", name), name) for name in settings.rules)


def words_of(configured: Configured) -> frozenset[str]:
    """The words of every list named, and of `.speechlint/words.txt` beside the configuration."""
    usual = configured.folder / WORDS
    files = (*configured.config.words, *((usual,) if usual.is_file() else ()))
    return frozenset[str]().union(*map(read_words, files))
