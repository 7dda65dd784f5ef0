"""YAML with the line of every key and list item, repeated keys refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from speechlint.messages import Problem
from speechlint.source import Keys, Lines, Source


def read_yaml(path: Path) -> Source:
    """Read one mapping; raises Problem on bad YAML, a repeated key or anything but a mapping."""
    try:
        loader = yaml.CSafeLoader(path.read_text(encoding="utf-8-sig"))
        node = loader.get_single_node()
        lines = lines_of(path, node)
        value = loader.construct_document(node)
    except OSError as error:
        raise Problem("unreadable", at=path, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise Problem("not-utf-8", at=path) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Problem("not-yaml", at=f"{path}:{line}", reason=error.problem) from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible date such as 2021-13-01
        raise Problem("not-yaml", at=f"{path}:1", reason=error) from error
    return Source(path, value, lines)


def lines_of(path: Path, node: yaml.Node | None) -> Lines:
    if not isinstance(node, yaml.MappingNode):
        raise Problem("not-a-mapping", at=f"{path}:1")
    lines: Lines = {}
    for keys, line in key_lines(node, (), set()):
        if keys in lines:
            raise Problem("repeated-key", at=f"{path}:{line}", key=keys[-1], line=lines[keys])
        lines[keys] = line
    return lines


def key_lines(node: yaml.Node, above: Keys, seen: set[int]) -> Iterator[tuple[Keys, int]]:
    """Yield every path with its line; what an alias repeats is looked at once, or a loop of aliases would never end."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        entries = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        entries = [(str(index), item, item) for index, item in enumerate(node.value)]
    else:
        return
    for name, place, value in entries:
        yield (*above, name), place.start_mark.line + 1
        yield from key_lines(value, (*above, name), seen)
