"""The layout family on whole Word files: silent on a document set by the standard, brief on any other."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx_files import comment, commented, docx, p, run

from speechlint.discovery import Found
from speechlint.language.analysis import Analysis
from speechlint.language.roles import Role
from speechlint.model import Severity
from speechlint.readers import read, read_bytes
from speechlint.reviewing import review
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule
from speechlint.selection import select_rules
from speechlint.session import Settings, check_document, check_file

FIXTURES = Path(__file__).parent.parent / "fixtures"
OFFICIAL = FIXTURES / "clean" / "word-official.docx"
RULES = load_rules()
LAYOUT = Settings(select_rules(RULES, select=["layout"]), Severity.INFO)


def test_every_layout_rule_is_off_until_asked_for() -> None:
    assert LAYOUT.rules
    assert not [rule.id for rule in LAYOUT.rules if rule.enabled or rule.severity is Severity.ERROR]


def test_a_document_set_by_the_standard_is_silent() -> None:
    assert check_file(Found(OFFICIAL), LAYOUT).findings == ()


def test_its_parts_are_told_apart() -> None:
    places = Analysis(read(OFFICIAL)).roles
    assert Counter(place.role for place in places) == {
        Role.TITLE: 1,
        Role.FIRST: 2,
        Role.SECOND: 2,
        Role.THIRD: 1,
        Role.FOURTH: 1,
        Role.BODY: 6,
    }


def test_a_fault_of_every_paragraph_is_one_finding() -> None:
    lines = ["关于做好防火工作的通知", *["各乡镇要把责任落实到山头地块，严防死守，不留死角。"] * 300]
    checked = check_document(read_bytes("a.docx", docx("".join(map(p, lines))), layout=True), LAYOUT)
    rules = Counter(finding.rule for finding in checked.findings)
    assert rules["layout/body-font"] == rules["layout/first-line-indent"] == 1
    assert max(rules.values()) == 1
    assert "300" in next(finding.message for finding in checked.findings if finding.rule == "layout/body-font")


@pytest.mark.parametrize(("rules", "reads"), [(RULES, True), ([rule for rule in RULES if rule.enabled], False)])
def test_the_layout_is_read_only_when_a_rule_asks(rules: Sequence[Rule], reads: bool) -> None:
    assert Settings(tuple(rules)).reads_layout is reads


FONT = "file/unset-font"
MIXED = docx(
    p(
        run("各镇要抓紧组织，", '<w:rFonts w:eastAsia="仿宋_GB2312"/>')
        + run("确保", '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312"/>')
        + run("按期完工。", '<w:rFonts w:eastAsia="仿宋_GB2312"/>')
    )
)


@pytest.mark.parametrize(("severity", "texts"), [(Severity.INFO, ["确保"]), (Severity.WARNING, [])])
def test_fonts_are_looked_at_only_for_who_wants_to_hear_of_them(severity: Severity, texts: list[str]) -> None:
    settings = Settings(select_rules(RULES, select=[FONT]), severity)
    assert settings.reads_layout is bool(texts)
    document = read_bytes("a.docx", MIXED, layout=settings.reads_layout)
    assert [document.text_of(finding.span) for finding in check_document(document, settings).findings] == texts


def test_an_order_to_ignore_fonts_is_not_idle_where_they_were_not_looked_at() -> None:
    order = docx(p(commented(1, run("各镇要抓紧组织。"))), comments=comment(1, f"忽略 {FONT}"))
    names = [FONT, "file/unused-suppression"]
    idle = {
        severity: [f.rule for f in check_document(read_bytes("a.docx", order, layout=s.reads_layout), s).findings]
        for severity in (Severity.INFO, Severity.WARNING)
        for s in [Settings(select_rules(RULES, select=names), severity, known=frozenset(names))]
    }
    assert idle == {Severity.INFO: ["file/unused-suppression"], Severity.WARNING: []}


def test_a_review_looks_at_the_layout_too() -> None:
    data = docx(p("关于做好防火工作的通知") + p("各乡镇要把责任落实到山头地块，严防死守。"))
    assert review("a.docx", data, LAYOUT, "comments", date="2024-01-01T00:00:00Z").comments > 0


def test_a_text_file_has_no_fonts_to_complain_of() -> None:
    document = read_bytes("a.txt", "关于做好防火工作的通知\n各乡镇要把责任落实到山头地块，严防死守。".encode())
    assert check_document(document, LAYOUT).findings == ()
