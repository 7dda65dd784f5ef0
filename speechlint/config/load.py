"""Configuration files read and laid over each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from speechlint.config.fit import Keys, fit, fit_table, place
from speechlint.config.settings import Config, Configured, Origin
from speechlint.config.toml_source import read_toml
from speechlint.source import Source

Values = dict[str, object]
Origins = dict[Keys, Origin]


def load(file: Path) -> Configured:
    """The settings of one file and of those it extends; raises Problem naming file, line and key."""
    values, origins = layered(file, ())
    return Configured(Config(**values), file.parent, file, origins)  # type: ignore[arg-type]


def layered(file: Path, above: tuple[Path, ...]) -> tuple[Values, Origins]:
    """A file's values laid over those of the files it extends, the last named on top."""
    source = own_table(read_toml(file), file)
    given = dict(source.value)
    values: Values = {}
    origins: Origins = {}
    for base in bases(source, given.pop("extend", []), above):
        base_values, base_origins = layered(base, (*above, file.resolve()))
        values, origins = laid_over(values, base_values), origins | base_origins
    # `rules = ["./our-rules"]` and `[rules."typo/misspelling"]` cannot stand in one file; the former has a second name.
    if isinstance(given.get("rules"), list):
        given["rule-folders"] = given.pop("rules")
    values = laid_over(values, fit_table(Config, given, source))
    return values, origins | {keys: Origin(file, line) for keys, line in source.lines.items()}


def own_table(source: Source, file: Path) -> Source:
    """The whole of a speechlint.toml, the table [tool.speechlint] of a pyproject.toml."""
    if file.name != "pyproject.toml":
        return source
    tool = source.value.get("tool")
    table = tool.get("speechlint", {}) if isinstance(tool, dict) else {}
    lines = {keys[2:]: line for keys, line in source.lines.items() if keys[:2] == ("tool", "speechlint")}
    return Source(file, table, lines)


def bases(source: Source, extend: object, above: tuple[Path, ...]) -> list[Path]:
    files = [extend] if isinstance(extend, str) else extend
    paths = fit(tuple[Path, ...], files, source, ("extend",))
    assert isinstance(paths, tuple)
    for path in paths:
        if not path.is_file():
            raise place(source, ("extend",), "no-such-base", path=path)
        if path.resolve() in (*above, source.path.resolve()):
            raise place(source, ("extend",), "circular-extend", path=path)
    return list(paths)


def laid_over(below: Values, above: Values) -> Values:
    """Tables are joined, `extend-…` lists added up, everything else is replaced."""
    return below | {key: joined(key, below.get(key), value) for key, value in above.items()}


def joined(key: str, below: object, above: object) -> object:
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return {**below, **above}
    if key.startswith("extend_") and isinstance(below, tuple) and isinstance(above, tuple):
        return (*below, *above)
    return above
