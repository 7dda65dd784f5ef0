"""GitLab Code Quality: the subset of the Code Climate format that GitLab reads."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from speechlint.fingerprint import fingerprint
from speechlint.messages import Language
from speechlint.model import Severity
from speechlint.session import Checked

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield one array of issues; a file that could not be read is a blocker."""
    yield json.dumps(
        [issue for outcome in outcomes for issue in issues(outcome, language)], ensure_ascii=False, indent=1
    )


def issues(outcome: Checked, language: Language) -> Iterator[dict[str, object]]:
    path = PurePath(outcome.path).as_posix()
    if outcome.problem is not None:
        text = outcome.problem.say(language)
        yield issue(path, 1, "file/unreadable", text, "blocker", digest(path, text))
    if outcome.document is None:
        return
    seen: Counter[str] = Counter()
    for finding in outcome.findings:
        print_ = fingerprint(outcome.document, finding)
        seen[print_] += 1
        line = outcome.document.position(finding.span.start).line
        unique = digest(path, print_, str(seen[print_]))
        yield issue(path, line, finding.rule, finding.message, SEVERITIES[finding.severity], unique)


def issue(path: str, line: int, rule: str, text: str, severity: str, unique: str) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": rule,
        "description": text,
        "categories": ["Style"],
        "severity": severity,
        "fingerprint": unique,
        "location": {"path": path, "lines": {"begin": line}},
    }


def digest(*parts: str) -> str:
    """GitLab drops issues of equal fingerprint, so the path and the how-manieth are in it."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
