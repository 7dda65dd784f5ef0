"""YAML with the line of every key, duplicate keys refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from speechlint.messages import Problem

Lines = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML mapping and the 1-based line of each key path in it."""

    path: Path
    value: dict[str, object]
    lines: Lines = field(default_factory=dict)

    def problem(self, message: str, /, *keys: str, **fields: object) -> Problem:
        """A problem with the line that `keys` stand in."""
        return Problem(message, at=f"{self.path}:{self.lines.get(keys, 1)}", **fields)


def read_yaml(path: Path) -> Source:
    """Read one mapping; raises Problem on bad YAML, a repeated key or anything but a mapping."""
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("unreadable", at=path, reason=error) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Problem("not-yaml", at=f"{path}:{line}", reason=error.problem) from error
    except yaml.YAMLError as error:
        raise Problem("not-yaml", at=f"{path}:1", reason=error) from error
    if not isinstance(node, yaml.MappingNode):
        raise Problem("not-a-mapping", at=f"{path}:1")
    lines: Lines = {}
    for keys, line in key_lines(node):
        if keys in lines:
            raise Problem("repeated-key", at=f"{path}:{line}", key=keys[-1], line=lines[keys])
        lines[keys] = line
    value = yaml.load(text, yaml.CSafeLoader)
    return Source(path, value, lines)


def key_lines(node: yaml.Node, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        keys = (*above, str(key.value))
        yield keys, key.start_mark.line + 1
        yield from key_lines(value, keys)
