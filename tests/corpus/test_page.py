"""The summary's page: stands alone, believes no name, and can be read on any screen."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa

from speechlint.corpus.cells import common, rate
from speechlint.corpus.page import page
from speechlint.corpus.plots import Column, columns, rounded
from speechlint.corpus.summary import Summary

HOSTILE = "/档案/<script>alert(1)</script>/\"&'"
TITLES = {"typo/a": "错别字", "number/b": "数字"}


def summary(years: int = 3, folder: str = "/档案/甲") -> Summary:
    """Drafts of so many years in two folders, a fault of each severity in each year, one draft that was not read."""
    made = Summary()
    rows = [
        {
            "address": f"{folder}/{2000 + n}.txt",
            "folder": folder if n % 2 else "/档案/乙",
            "year": 2000 + n,
            "source": "s",
        }
        for n in range(years)
    ]
    counts = {"characters": 5_000, "error": 2, "warning": 1, "info": 1}
    documents = pa.Table.from_pylist([{**row, **counts} for row in rows])
    findings = pa.Table.from_pylist(
        [
            {"address": row["address"], "rule": rule, "severity": severity}
            for row in rows
            for rule, severity in (("typo/a", "error"), ("typo/a", "error"), ("number/b", "warning"), ("c", "info"))
        ]
    )
    errors = pa.Table.from_pylist([{**rows[0], "address": "x", "problem": "corpus-given-up"}])
    made.add(documents, findings, errors)
    return made


class Closing(HTMLParser):
    """Whether every tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "rect", "path"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("made", [summary(), summary(1), summary(folder=HOSTILE), Summary()])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_whole_fetches_nothing_and_believes_no_name(made: Summary, language: str) -> None:
    html = page(made, TITLES, language)  # type: ignore[arg-type]
    parser = Closing()
    parser.feed(html)
    assert parser.open == []
    assert "default-src 'none'" in html
    assert not re.search(r"https?://|<script|\bsrc=|\bhref=|@import|url\(|\son\w+=", html)


def test_numbers_are_those_of_the_summary() -> None:
    html = page(summary(), TITLES, "zh")
    assert "共 4 篇，发现 12 处" in html
    tiles = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", html))
    assert tiles == {
        "篇数": "4", "读不了": "1", "字数": "15,000", "错误": "6", "警告": "3", "提示": "3", "每万字处数": "8.00"
    }  # fmt: skip
    assert '<td class="name">错别字<small>typo/a</small></td>' in html
    assert "都在 /档案/ 之下" in html
    assert "检查这一篇时进程 … 次终止" in html


def test_one_year_alone_makes_no_plot() -> None:
    assert "<svg" not in page(summary(1), TITLES, "zh")
    assert page(summary(3), TITLES, "zh").count("<svg") == 1


def test_only_the_first_rows_are_shown_and_the_rest_is_pointed_at() -> None:
    html = page(summary(60), TITLES, "zh")
    assert "另有 40 行，见 worst.csv" in html


@pytest.mark.parametrize(
    ("most", "top"), [(0, 0.001), (0.3, 0.4), (1, 1), (1.1, 2), (13.2, 20), (41, 50), (51, 100), (99_000, 100_000)]
)
def test_a_scale_ends_at_a_plain_number(most: float, top: float) -> None:
    assert rounded(most) == pytest.approx(top)


def test_the_parts_of_a_column_stand_on_one_another() -> None:
    drawn = columns(
        "t", [Column("a", "", "", (("error", 1.0), ("warning", 2.0))), Column("b", "", "", (("error", 4.0),))]
    )
    rects = [(float(y), float(h)) for y, h in re.findall(r'y="([\d.]+)" width="[\d.]+" height="([\d.]+)"', drawn)]
    (lower, upper, whole) = rects
    assert upper[0] + upper[1] == pytest.approx(lower[0], abs=0.11)
    assert lower[0] + lower[1] == pytest.approx(whole[0] + whole[1], abs=0.11)
    assert whole[1] == pytest.approx(4 * lower[1], abs=0.3)


@pytest.mark.parametrize(
    ("names", "above"),
    [
        (["/a/b/c", "/a/b/d"], "/a/b/"),
        (["/a/bc", "/a/bd"], "/a/"),
        (["/a/b", "/a/b/c"], "/a/"),
        (["s3://x/a", "s3://x/b"], "s3://x/"),
        (["a", "b"], ""),
        (["/a/b"], ""),
    ],
)
def test_what_names_begin_with(names: list[str], above: str) -> None:
    assert common(names) == above


def test_no_characters_no_rate() -> None:
    assert (rate(3, 0), rate(2, 5_000)) == (0.0, 4.0)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        pytest.skip("needs chromium and chromedriver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    options.binary_location = str(shutil.which("chromium"))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(str(shutil.which("chromedriver"))))
    yield driver
    driver.quit()


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_the_screen_and_the_console_is_silent(browser, tmp_path: Path, width: int) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "report.html"
    file.write_text(page(summary(30, "/档案/" + "很长的名字" * 20), TITLES, "zh"), encoding="utf-8")
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    browser.get(file.as_uri())
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.get_log("browser") == []
