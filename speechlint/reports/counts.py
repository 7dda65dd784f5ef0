"""The closing line: how many findings, of which severity and family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from speechlint.messages import Language, say
from speechlint.model import Finding, Severity
from speechlint.session import Checked


def closing_line(outcomes: Sequence[Checked], language: Language) -> str:
    """“检查 3 个文件，发现 12 处……” with counts by severity and family; unread files are counted apart."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    unread = sum(outcome.problem is not None for outcome in outcomes)
    files = len(outcomes) - unread
    parts = [say("unread", language, files=unread)] if unread else []
    if not findings:
        return say("separator", language).join([*parts, say("clean", language, files=files)] if files else parts)
    parts.append(
        say(
            "found",
            language,
            files=files,
            count=len(findings),
            severities=severities(findings, language),
            families=families(findings, language),
        )
    )
    fixable = sum(finding.fix is not None and finding.fix.safe for finding in findings)
    if fixable:
        parts.append(say("fixable", language, count=fixable))
    return say("separator", language).join(parts)


def severities(findings: Iterable[Finding], language: Language) -> str:
    counts = Counter(finding.severity for finding in findings)
    told = [say(f"count-{severity}", language, count=counts[severity]) for severity in Severity if counts[severity]]
    return say("comma", language).join(told)


def families(findings: Iterable[Finding], language: Language) -> str:
    counts = Counter(finding.family for finding in findings)
    told = [f"{say(f'family-{family}', language)} {count}" for family, count in counts.most_common()]
    return say("comma", language).join(told)
