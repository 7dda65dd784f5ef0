"""The effective settings, written as a configuration file would write them, each with its source behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from speechlint.config.settings import Configured, Override, Profile, RuleSettings
from speechlint.config.workspace import Workspace, matching
from speechlint.messages import Language, say

# What a mapping of settings may hold: a table by itself.
SETTINGS = (RuleSettings, Override, Profile)


def effective_settings(configured: Configured, language: Language) -> Iterator[str]:
    """Yield TOML lines; what stands behind `#` is where the value was set."""
    yield f"# {configured.file or say('no-config', language)}"
    config = configured.config
    values = config._asdict()
    for name, value in values.items():
        if value is not None and not isinstance(value, Mapping):
            yield assignment(configured, (key_of(name),), value, language)
    for name, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from table_lines(configured, (key_of(name),), value, language)


def file_settings(path: Path, workspace: Workspace, language: Language) -> Iterator[str]:
    """Yield, as comments, the profiles that govern one file and the rules it is checked with."""
    governing = [".".join(map(quoted, keys)) for keys, _ in matching(path, workspace.configured(path.parent))]
    rules = workspace.for_path(path).rules
    yield ""
    yield f"# {path}: {say('comma', language).join(governing) or '-'}"
    for rule in rules:
        yield f"#   {rule.id}  {rule.severity}"


def table_lines(
    configured: Configured, keys: tuple[str, ...], table: Mapping[str, object], language: Language
) -> Iterator[str]:
    plain = {key: value for key, value in table.items() if not is_table(value)}
    if plain:
        yield ""
        yield f"[{'.'.join(map(quoted, keys))}]"
    for key, value in plain.items():
        if value not in (None, (), {}):
            yield assignment(configured, (*keys, key), value, language)
    for key, value in table.items():
        if is_table(value):
            yield from table_lines(configured, (*keys, key), entries(value), language)


def is_table(value: object) -> bool:
    return (isinstance(value, Mapping) and bool(value)) or isinstance(value, SETTINGS)


def entries(value: object) -> Mapping[str, object]:
    """A settings object or a table as a table with the keys of a configuration file."""
    if isinstance(value, Mapping):
        return value
    assert isinstance(value, SETTINGS)
    return {key_of(name): item for name, item in value._asdict().items()}


def assignment(configured: Configured, keys: tuple[str, ...], value: object, language: Language) -> str:
    origin = configured.origins.get(keys)
    if origin is None and len(keys) > 1:
        origin = configured.origin(*keys)
    return f"{quoted(keys[-1])} = {literal(value)}  # {origin or say('from-default', language)}"


def key_of(name: str) -> str:
    return name.replace("_", "-")


def quoted(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").isalnum() else json.dumps(key, ensure_ascii=False)


def literal(value: object) -> str:
    """The value as TOML, which for text, numbers, booleans and lists of them is JSON."""
    items = [str(item) if isinstance(item, Path) else item for item in value] if isinstance(value, tuple) else value
    return json.dumps(str(items) if isinstance(items, Path) else items, ensure_ascii=False)
