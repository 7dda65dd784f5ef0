"""Checks of a Word file's layout on drafts laid out by hand."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from making import draft

from speechlint.checks.face import face, family
from speechlint.checks.fallback import fallback
from speechlint.checks.indent import indent
from speechlint.checks.kinds import Match
from speechlint.checks.text_grid import fits, line_height, text_grid, unruled_lines
from speechlint.language.analysis import Analysis
from speechlint.layout import Layout, Page, Setting, Stretch
from speechlint.model import Document, Span
from speechlint.tables import Table, read_table

TITLE = "关于做好防火工作的通知"
PROSE = "各乡镇要把责任落实到山头地块，严防死守，不留死角，确保一方平安。"
OFFICIAL = Page(Span(0, 10**6), 210, 297, 37, 35, 28, 26, pitch=28.95, advance=15.8)


@pytest.fixture
def fonts(tmp_path: Path) -> Table:
    path = tmp_path / "fonts.tsv"
    path.write_text(
        "name\tfamily\nFangSong\t仿宋\n仿宋_GB2312\t仿宋\nSimSun\t宋体\n小标宋\t小标宋体\n", encoding="utf-8"
    )
    return read_table(path)


def laid_out(
    lines: Sequence[str],
    stretches: Sequence[tuple[int, int, str, float]] = (),
    settings: Sequence[Setting] | None = None,
    page: Page = OFFICIAL,
    named: bool = True,
) -> Document:
    document = draft(*lines)
    parts = stretches or [(0, len(document.text), "仿宋", 16.0)]
    told = tuple(Stretch(Span(start, end), font, "", size, named) for start, end, font, size in parts)
    return replace(document, layout=Layout(told, tuple(settings or [Setting(2.0)] * len(lines)), (page,)))


def places(matches: Sequence[Match]) -> list[int]:
    return [match.span.start for match in matches]


def test_each_wrong_look_of_a_part_is_told_once(fonts: Table) -> None:
    lines = [PROSE] * 9
    begins = [n * (len(PROSE) + 1) for n in range(9)]
    looks = [("仿宋", 16.0), ("宋体", 16.0), *[("仿宋", 14.0)] * 7]
    stretches = [(at, at + len(PROSE), *look) for at, look in zip(begins, looks, strict=True)]
    found = [*face(Analysis(laid_out(lines, stretches)), part="body", font="仿宋", size=16.0, fonts=fonts)]
    assert places(found) == begins[1:3]
    assert [match.fields["count"] for match in found] == ["1", "7"]
    assert [[clue.span.start for clue in match.related] for match in found] == [[], begins[3:8]]


@pytest.mark.parametrize(
    ("cut", "told"),
    [(len(PROSE), False), (20, False), (16, False), (8, True), (0, True)],
)
def test_a_place_looks_as_most_of_its_chinese_characters_do(fonts: Table, cut: int, told: bool) -> None:
    stretches = [(0, cut, "仿宋_GB2312", 16.0), (cut, len(PROSE), "SimSun", 16.0)]
    document = laid_out([PROSE], stretches)
    assert bool([*face(Analysis(document), part="body", font="仿宋", size=16.0, fonts=fonts)]) is told


def test_a_place_of_which_nothing_is_known_looks_like_nothing(fonts: Table) -> None:
    document = laid_out(["A" * 40 + "。"])
    assert list(face(Analysis(document), part="body", font="宋体", size=16.0, fonts=fonts)) == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("FangSong", "仿宋"),
        ("@fangsong ", "仿宋"),
        ("方正小标宋体简", "小标宋体"),
        ("华文仿宋", "仿宋"),
        ("楷体", "楷体"),
    ],
)
def test_a_font_belongs_to_a_family(fonts: Table, name: str, known: str) -> None:
    assert family(name, fonts) == known


@pytest.mark.parametrize(
    ("settings", "lines", "told"),
    [
        ([Setting(2.0)], [PROSE], None),
        ([Setting(2.3)], [PROSE], None),
        ([Setting(2.4)], [PROSE], ("2.4", "1", 0)),
        ([Setting(1.6)], [PROSE], ("1.6", "1", 0)),
        ([Setting(0.0)], ["　　" + PROSE], None),
        ([Setting(0.0)], ["    " + PROSE], None),
        ([Setting(0.0)], ["　" + PROSE], ("1", "1", 0)),
        ([Setting(0.0, "center")], [PROSE], None),
        ([Setting(n) for n in (0.0, 0.0, 4.0, 4.0)], [TITLE, *[PROSE] * 3], ("4/0", "3", 2)),
        ([Setting(n / 2) for n in (0, 0, 1, 2, 2, 3, 3, 6)], [TITLE, *[PROSE] * 7], ("1/1.5/0", "7", 5)),
    ],
)
def test_the_commonest_wrong_indents_are_named(
    settings: list[Setting], lines: list[str], told: tuple[str, str, int] | None
) -> None:
    found = [*indent(Analysis(laid_out(lines, settings=settings)), characters=2.0)]
    seen = [(match.fields["characters"], match.fields["count"], len(match.related)) for match in found]
    assert seen == ([told] if told else [])


def grid(page: Page, setting: Setting = Setting(2.0), size: float = 16.0) -> list[dict[str, str]]:  # noqa: B008
    document = laid_out([PROSE] * 3, [(0, 3 * len(PROSE) + 2, "仿宋", size)], [setting] * 3, page)
    return [dict(match.fields) for match in text_grid(Analysis(document), lines=22, characters=28)]


def test_a_page_holds_as_many_lines_and_characters_as_it_should() -> None:
    assert grid(OFFICIAL) == []
    assert grid(replace(OFFICIAL, pitch=25.0)) == [{"lines": "25", "characters": "28"}]
    assert grid(replace(OFFICIAL, advance=14.0)) == [{"lines": "22", "characters": "32"}]
    assert grid(replace(OFFICIAL, advance=0.0)) == []
    assert grid(replace(OFFICIAL, pitch=0.0), Setting(2.0, height=28.95, is_fixed=True)) == []
    assert grid(replace(OFFICIAL, pitch=0.0)) == []


def test_most_of_the_body_tells_which_grid_it_stands_in() -> None:
    fixed, free = Setting(2.0, height=28.95, is_fixed=True), Setting(2.0)
    page = replace(OFFICIAL, pitch=0.0)
    for settings, told in (([fixed, free, free], [len(TITLE) + 1]), ([free, fixed, fixed], [])):
        document = laid_out([TITLE, *[PROSE] * 3], settings=[free, *settings], page=page)
        assert places([*unruled_lines(Analysis(document))]) == told
    assert [*unruled_lines(Analysis(draft(PROSE)))] == []
    assert [*unruled_lines(Analysis(laid_out(["好"], page=page)))] == []


@pytest.mark.parametrize(
    ("pitch", "setting", "size", "height"),
    [
        (28.95, Setting(), 16.0, 28.95),
        (28.95, Setting(height=1.5), 16.0, 28.95 * 1.5),
        (15.6, Setting(), 16.0, 31.2),
        (18.4, Setting(), 16.0, 18.4),
        (18.3, Setting(), 16.0, 36.6),
        (0.0, Setting(height=1.5), 16.0, 0.0),
        (28.95, Setting(height=20.0, is_fixed=True), 16.0, 20.0),
    ],
)
def test_a_line_takes_as_many_rows_of_the_grid_as_it_needs(
    pitch: float, setting: Setting, size: float, height: float
) -> None:
    assert line_height(replace(OFFICIAL, pitch=pitch), setting, size) == pytest.approx(height)


@pytest.mark.parametrize(
    ("seen", "fit"),
    [(28.0, True), (28.4, True), (28.9, True), (27.95, True), (27.6, True), (27.4, False), (29.0, False)],
)
def test_how_many_fit_is_rounded_down_or_to_the_nearest(seen: float, fit: bool) -> None:
    assert fits(seen, 28) is fit


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        ([(0, 2)], [(0, "1")]),
        ([(0, 2), (4, 6)], [(0, "2")]),
        ([(n, n + 1) for n in range(0, 14, 2)], [(0, "7")]),
        ([(0, 20)], []),
        ([], []),
    ],
)
def test_a_few_words_in_another_font_fell_back(
    fonts: Table, odd: list[tuple[int, int]], told: list[tuple[int, str]]
) -> None:
    document = laid_out([PROSE])
    ends = [0, *(edge for span in odd for edge in span), len(document.text)]
    stretches = []
    for start, end in pairwise(ends):
        named = (start, end) not in odd
        stretches.append(Stretch(Span(start, end), "仿宋" if named else "SimSun", "", 16.0, named))
    stretches = [stretch for stretch in stretches if len(stretch.span)]
    document = replace(document, layout=Layout(tuple(stretches), (Setting(),), (OFFICIAL,)))
    found = [*fallback(document, fonts=fonts)]
    assert [(match.span.start, match.fields["count"]) for match in found] == told
    assert [len(match.related) for match in found] == [min(len(odd) - 1, 5)] * len(found)
