"""How likely each character begins, ends, continues or is a word, as jieba (MIT) counted: read once, then kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from speechlint.dictionary import file_of_jieba
from speechlint.forms import KEPT

STATES = "BEMS"
# Under each character the logarithm of how likely each state shows it, in their order; nothing where it never does.
Emissions = Mapping[str, str]


def installed_emissions() -> Emissions | None:
    """The table that comes with jieba, which is not imported; None when it is not there."""
    file = file_of_jieba("finalseg/prob_emit.py")
    if file is None or not file.is_file():
        return None
    status = file.stat()
    return KEPT.form(f"emissions {file}:{status.st_size}:{status.st_mtime_ns}", lambda: emissions_in(file))


def emissions_in(file: Path) -> dict[str, str]:
    import runpy

    by_state = [runpy.run_path(str(file))["P"][state] for state in STATES]
    characters = sorted(set().union(*by_state))
    return {c: " ".join(repr(likely[c]) if c in likely else "" for likely in by_state) for c in characters}
