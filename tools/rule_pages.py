"""Write docs/rules/ from the rules: one page a rule and an index. `--check` only says whether that is needed."""

from __future__ import annotations

import sys
from pathlib import Path

from speechlint.examples import spoken
from speechlint.measured import measured
from speechlint.messages import say
from speechlint.reports.rule_page import rule_page
from speechlint.rule_file import load_rules
from speechlint.ruleset import FAMILIES, Rule

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[Path, str]:
    """Every page by its path."""
    rules, counts = load_rules(), measured()
    written = {
        FOLDER / f"{rule.id}.md": rule_page(rule, "zh", spoken(rule, "zh"), counts.get(rule.id)) for rule in rules
    }
    written[FOLDER / "index.md"] = index(rules)
    return written


def index(rules: tuple[Rule, ...]) -> str:
    lines = ["# 规则一览", "", f"共 {len(rules)} 条。", ""]
    for family in FAMILIES:
        members = [rule for rule in rules if rule.family == family]
        if members:
            lines += [f"## {say(f'family-{family}', 'zh')} `{family}`", "", "| 规则 | 级别 | 查什么 |", "|---|---|---|"]
            lines += [row(rule) for rule in members]
            lines.append("")
    return "\n".join(lines)


def row(rule: Rule) -> str:
    off = "" if rule.enabled else say("rule-off", "zh")
    return f"| [{rule.id}]({rule.id}.md) | {say(f'severity-{rule.severity}', 'zh')} | {rule.title['zh']}{off} |"


def stale(written: dict[Path, str]) -> list[Path]:
    """Pages that are missing, differ, or belong to no rule any more."""
    differing = [p for p, text in written.items() if not p.is_file() or p.read_text(encoding="utf-8") != text]
    return differing + [path for path in FOLDER.rglob("*.md") if path not in written]


def main(arguments: list[str]) -> int:
    written = pages()
    outdated = stale(written)
    if "--check" in arguments:
        for path in outdated:
            print(f"{path.relative_to(FOLDER.parent.parent)} is out of date; run python tools/rule_pages.py")
        return 1 if outdated else 0
    for path in outdated:
        if path in written:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written[path], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(outdated)} of {len(written)} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
