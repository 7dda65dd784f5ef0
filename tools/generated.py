"""A page, or the part of one between two marks, that a tool writes and CI only compares."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def marked(page: str, name: str, text: str) -> str:
    """A page with new text between `<!-- NAME -->` and `<!-- /NAME -->`; raises SystemExit without the marks."""
    between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not between.search(page):
        raise SystemExit(f"no <!-- {name} --> … <!-- /{name} --> to write between")
    return between.sub(lambda found: f"{found[1]}\n{text.strip()}\n\n{found[2]}", page)


def keep(path: Path, text: str, *, check: bool) -> int:
    """Write a page, or with `check` say whether it is out of date: the exit code."""
    fresh = path.is_file() and path.read_text(encoding="utf-8") == text
    name = path.relative_to(ROOT)
    if check:
        if not fresh:
            print(f"{name} is out of date; run python tools/{Path(sys.argv[0]).name}")
        return int(not fresh)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"{name} {'was up to date' if fresh else 'written'}")
    return 0
