"""Fetch from PyPI what build_language_model.py reads: three files of jieba and jionlp, and pypinyin beside them.

Usage: language_sources.py FOLDER   (then: PYTHONPATH=.:tools:FOLDER python tools/build_language_model.py FOLDER …)

Files are checked against the hashes in docs/language-model.md, so that what is built of them is what was published.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from generated import ROOT

PACKAGES = ("jieba==0.42.1", "jionlp==1.5.31")
BESIDE = ("pypinyin==0.55.0",)
WANTED = ("dict.txt", "word_distribution.json", "chinese_char_dictionary.txt")
PAGE = ROOT / "docs" / "language-model.md"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    install(folder, *BESIDE)
    with tempfile.TemporaryDirectory() as temporary:
        install(Path(temporary), "--no-deps", *PACKAGES)
        unpack(Path(temporary))
        for name in WANTED:
            (folder / name).write_bytes(published(Path(temporary), name))
    return 0


def install(folder: Path, *packages: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", folder, *packages], check=True)


def unpack(folder: Path) -> None:
    for archive in list(folder.rglob("*.zip")):
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(archive.parent)


def published(folder: Path, name: str) -> bytes:
    """The bytes of that file whose hash the page holds; exits when none has it."""
    known = PAGE.read_text(encoding="utf-8")
    for path in sorted(folder.rglob(name)):
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() in known:
            return data
    raise SystemExit(f"{name}: none in {', '.join(PACKAGES)} has the hash that docs/language-model.md tells")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
