"""What changed since a git revision, told by paragraphs: one that stood anywhere in the old draft is not new."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from speechlint.messages import Problem
from speechlint.model import Document, Finding, Span
from speechlint.readers import read_bytes
from speechlint.session import Checked


def since(outcomes: Iterable[Checked], revision: str) -> list[Checked]:
    """Every outcome with only the findings that touch changed text; raises Problem when git or the revision fails."""
    verified: set[Path] = set()
    return [narrowed(outcome, revision, verified) for outcome in outcomes]


def narrowed(outcome: Checked, revision: str, verified: set[Path]) -> Checked:
    if outcome.document is None or not outcome.findings:
        return outcome
    path = Path(outcome.path)
    if path.parent not in verified:
        verify(path.parent, revision)
        verified.add(path.parent)
    old = document_at(path, revision)
    if old is None:
        return outcome
    changed = changed_blocks(old, outcome.document)
    kept = tuple(f for f in outcome.findings if touches(outcome.document, f, changed))
    return outcome._replace(findings=kept)


def verify(folder: Path, revision: str) -> None:
    """Raise Problem when a folder is in no git repository or the revision is not in it."""
    if git(folder, "rev-parse", "--git-dir") is None:
        raise Problem("no-repository", at=folder)
    if git(folder, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}") is None:
        raise Problem("no-revision", name=revision)


def document_at(path: Path, revision: str) -> Document | None:
    """The draft as it was, or nothing where there was none that can be read."""
    data = git(path.parent, "show", "--end-of-options", f"{revision}:./{path.name}")
    if data is None:
        return None
    try:
        return read_bytes(str(path), data)
    except Problem:
        return None


def git(folder: Path, *arguments: str) -> bytes | None:
    """What a git command prints, nothing when it fails; raises Problem when there is no git."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise Problem("no-git", reason=error.strerror or error) from error
    return done.stdout if done.returncode == 0 else None


def changed_blocks(old: Document, new: Document) -> frozenset[int]:
    """The indexes of the blocks whose text the old draft did not hold (as often)."""
    stood = Counter(old.text_of(block) for block in old.blocks)
    changed: list[int] = []
    for index, block in enumerate(new.blocks):
        text = new.text_of(block)
        if stood[text] > 0:
            stood[text] -= 1
        else:
            changed.append(index)
    return frozenset(changed)


def touches(document: Document, finding: Finding, changed: frozenset[int]) -> bool:
    """Whether a finding, or a place that explains it, stands in a changed block."""
    spans: Sequence[Span] = (finding.span, *(place.span for place in finding.related))
    return any(not changed.isdisjoint(lines(document, span)) for span in spans)


def lines(document: Document, span: Span) -> range:
    return range(document.index_at(span.start), document.index_at(max(span.start, span.end - 1)) + 1)
