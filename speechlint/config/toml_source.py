"""TOML with the line of every key: the standard parser gives the values, a scan of the lines their places."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from speechlint.messages import Problem
from speechlint.source import Lines, Source

KEY = r"""(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
DOTTED = rf"{KEY}(?:[ \t]*\.[ \t]*{KEY})*"
HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({DOTTED})[ \t]*\]")
PAIR = re.compile(rf"[ \t]*({DOTTED})[ \t]*=")
BROKEN_AT = re.compile(r"\(at line (\d+)")


def read_toml(path: Path) -> Source:
    """Read one file; raises Problem when it cannot be opened or is not TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        value = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("unreadable", at=path, reason=error) from error
    except tomllib.TOMLDecodeError as error:
        line = BROKEN_AT.search(str(error))
        raise Problem("not-toml", at=f"{path}:{line[1] if line else 1}", reason=error) from error
    return Source(path, value, key_lines(text))


def key_lines(text: str) -> Lines:
    """The 1-based line of every key path; a key inside an inline table has the line of the table."""
    lines: Lines = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            table = parts(header[1])
            lines.setdefault(table, number)
        elif pair := PAIR.match(line):
            lines.setdefault((*table, *parts(pair[1])), number)
    return lines


def parts(dotted: str) -> tuple[str, ...]:
    """The names of a dotted key, unquoted by the TOML parser itself; none where it is no key."""
    try:
        value: object = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    names: list[str] = []
    while isinstance(value, dict):
        name, value = next(iter(value.items()))
        names.append(name)
    return tuple(names)
