"""The html page: built from findings, and driven in a browser that has no network."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from speechlint.examples import document_of
from speechlint.model import Finding, Severity, Span
from speechlint.reports import REPORTS
from speechlint.reports.marked import marked_lines
from speechlint.rule_file import load_rules
from speechlint.session import Checked, Settings, check_document

DRAFT = (
    "在2022年全市经济工作会议上的讲话\n同志们：\n今天讲三点意见。\n一、提高认识\n"
    "2021年，我们取得了好成绩。<b>全力打造避署胜地</b>，要把任务布署到位。\n二、抓好落实\n今年是2020年。\n"
    + "请各单位认真抓好落实，及时报送进展情况。\n" * 120
    + "履行法律赋于的职责。\n"
)


class Opened(HTMLParser):
    """Whether every tag that needs closing is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "input", "rect", "path"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"rect", "path"}:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


@pytest.fixture(scope="module")
def outcomes() -> Sequence[Checked]:
    return [check_document(document_of(DRAFT), Settings(load_rules()))]


@pytest.fixture(scope="module")
def page(outcomes: Sequence[Checked], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "报告.html"
    path.write_text("\n".join(REPORTS["html"](outcomes, "zh")), encoding="utf-8")
    return path


def test_the_page_is_whole_and_fetches_nothing(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    parser = Opened()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    assert not re.search(r"(src|href)=|@import|url\(|https?://", text)
    assert "&lt;b&gt;" in text
    assert 'aria-label="提纲"' in text
    assert 'aria-label="时间线"' in text


def test_marks_may_overlap_and_may_be_empty() -> None:
    document = document_of("甲乙丙丁<戊")
    spans = (Span(0, 3), Span(2, 4), Span(5, 5), Span(6, 6))
    findings = [Finding("typo/a", span, "“引”", Severity.ERROR) for span in spans]
    (line,) = marked_lines(document, findings, "f0")
    assert re.findall(r'data-findings="([^"]*)"[^>]*>([^<]*)<', line) == [
        ("f0-0", "甲乙"),
        ("f0-0 f0-1", "丙"),
        ("f0-1", "丁"),
        ("f0-2", ""),
        ("f0-3", ""),
    ]
    assert re.sub("<[^>]*>", "", line) == "1甲乙丙丁&lt;戊"


def test_a_file_that_was_not_read_is_on_the_page() -> None:
    from speechlint.messages import Problem

    text = "\n".join(REPORTS["html"]([Checked("<坏>.txt", problem=Problem("binary"))], "zh"))
    assert "&lt;坏&gt;.txt" in text
    assert 'class="problem"' in text


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    # selenium is asked for only where a browser is.
    from browsers import chromium

    with chromium("1200,800") as driver:
        yield driver


@pytest.mark.slow
def test_a_click_shows_the_place_and_a_filter_hides_a_family(browser, page: Path) -> None:  # type: ignore[no-untyped-def]
    browser.get(page.as_uri())
    script = browser.execute_script
    findings = browser.find_elements("class name", "finding")
    last = next(f for f in findings if "赋于" in f.text)
    assert script("return document.getElementById('draft').scrollTop") == 0
    last.click()
    assert script("return document.getElementById('draft').scrollTop") > 500
    (current,) = browser.find_elements("css selector", "mark.current")
    assert current.text == "赋于"
    place = script("const r = arguments[0].getBoundingClientRect(); return [r.top, r.bottom]", current)
    assert 0 < place[0] < place[1] < 800
    assert script("return getComputedStyle(arguments[0]).backgroundColor", current) == "rgb(255, 213, 74)"

    typos = [f for f in findings if f.get_attribute("data-family") == "typo"]
    others = [f for f in findings if f not in typos]
    assert typos
    assert others
    browser.find_element("css selector", "input[value=typo]").click()
    assert not any(f.is_displayed() for f in typos)
    assert all(f.is_displayed() for f in others)
    assert browser.find_element("id", "shown").text == str(len(others))
    assert "off" in current.get_attribute("class")
    browser.find_element("css selector", "input[value=typo]").click()
    assert all(f.is_displayed() for f in findings)

    browser.find_element("css selector", "mark:not(.off)").click()
    assert len(browser.find_elements("css selector", ".finding.current")) == 1
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
    requests = [e["message"] for e in browser.get_log("performance") if "Network.requestWillBeSent" in e["message"]]
    assert [message for message in requests if '"url":"file://' not in message] == []
