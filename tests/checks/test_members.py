"""The kind `members`."""

from pathlib import Path

import pytest
from making import draft

from speechlint.checks.members import Fault, members
from speechlint.tables import Table, read_table


@pytest.fixture
def phrases(tmp_path: Path) -> Table:
    path = tmp_path / "phrases.tsv"
    rows = [
        "四个意识\t增强\t坚定|坚持\t政治|大局|核心|看齐",
        "四个自信\t坚定\t\t道路|理论|制度|文化",
        "两个维护\t做到\t增强\t",
    ]
    path.write_text("phrase\tverb\tunfit\tmembers\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return read_table(path)


def seen(table: Table, fault: Fault, *lines: str) -> list[tuple[str, str | None]]:
    document = draft(*lines)
    return [
        (document.text_of(match.span), match.better if fault == "verb" else match.fields["missing"])
        for match in members(document, table=table, fault=fault)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("坚定“四个意识”", [("坚定", "增强")]),
        ("坚持四个意识，增强“两个维护”", [("坚持", "增强"), ("增强", "做到")]),
        ("增强“四个意识”，坚定“四个自信”", []),
        ("坚定不移，四个意识", []),
    ],
)
def test_a_phrase_has_a_verb_of_its_own(phrases: Table, text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(seen(phrases, "verb", text)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("“四个意识”，即政治、大局、核心", ["看齐"]),
        ("“四个意识”，即政治、大局、核心、看齐", []),
        ("“四个意识”，即政治、大局", []),
        ("“四个意识”（政治、大局、看齐）", ["核心"]),
        ("“四个意识”，即政治、大局、核心等", []),
        ("政治、大局、核心“四个意识”", ["看齐"]),
        ("政治、大局、核心的四个意识", ["看齐"]),
        ("政治、大局、核心，“四个意识”", []),
        ("政治、大局、核心“四个意识”，即政治、大局、看齐", ["核心"]),
        ("“四个意识”：政治、大局、核心、看齐。“四个自信”：道路、理论、制度", ["文化"]),
        ("“四个意识”，即政治、大局，要抓紧。核心", []),
        (f"政治、大局、核心{'要' * 100}“四个意识”", ["看齐"]),
        ("两个维护，即政治、大局、核心", []),
    ],
)
def test_a_phrase_spelt_out_lacks_no_member(phrases: Table, text: str, missing: list[str]) -> None:
    assert [lacking for _, lacking in seen(phrases, "member", text)] == missing


def test_a_phrase_is_spelt_out_in_its_own_paragraph(phrases: Table) -> None:
    assert seen(phrases, "member", "政治、大局、核心", "四个意识") == []
