"""Golden files: what a command printed when a person last read it."""

from pathlib import Path


def compare(path: Path, seen: str, *, update: bool) -> None:
    """Assert that `seen` equals the file; with `update` write it instead. A missing file is never equal."""
    if update:
        path.write_text(seen, encoding="utf-8")
    assert path.is_file(), f"{path} is missing; run pytest --update-golden and read it"
    assert seen == path.read_text(encoding="utf-8")
