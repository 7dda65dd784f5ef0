"""The kind `agree`."""

import re

import pytest
from making import analysed, draft

from speechlint.checks.agree import agree
from speechlint.checks.kinds import Match
from speechlint.model import Severity

BUREAU = (re.compile("(?P<about>[省市县])发改委"), re.compile("(?P<about>[省市县])发展改革委"))
COMMA = (re.compile("”(?=“)"), re.compile("(?<=”)、(?=“)"))


def seen(text: str, **options: object) -> list[Match]:
    return list(agree(analysed(text), forms=BUREAU, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市发改委、市发改委、市发展改革委", [("市发展改革委", "市发改委")]),
        ("市发展改革委、市发改委、市发展改革委", [("市发改委", "市发展改革委")]),
        ("市发展改革委、市发改委", [("市发改委", "市发展改革委")]),
        ("市发改委、县发展改革委", []),
        ("市发改委、市发改委", []),
        ("", []),
    ],
)
def test_the_rarer_form_gives_way_to_the_commoner_or_the_first(text: str, found: list[tuple[str, str]]) -> None:
    document = draft(text)
    assert [(document.text_of(match.span), match.fields["rival"]) for match in seen(text)] == found


def test_only_the_first_keeps_the_severity_and_points_at_the_others() -> None:
    first, second = seen("市发改委市发改委市发改委市发展改革委市发展改革委")
    assert (first.severity, len(first.related)) == (None, 2)
    assert (second.severity, second.related) == (Severity.INFO, ())


def test_the_first_points_at_the_right_form_and_at_eight_others() -> None:
    text = "市发改委" + "市发展改革委" * 10 + "市发改委" * 10
    first, *others = seen(text)
    assert [clue.span.start for clue in first.related] == [0, *range(10, 58, 6)]
    assert (len(others), first.fields["count"], first.fields["rivals"]) == (9, "10", "11")


def test_a_standard_that_is_nowhere_met_is_not_suggested() -> None:
    (found,) = agree(analysed("“甲”、“乙”"), forms=COMMA, standard=True)
    assert (found.suggestions, found.fields["rival"], found.related) == ((), "", ())


@pytest.mark.parametrize(
    ("text", "found"), [("“甲”“乙”", []), ("“甲”、“乙”", [3]), ("“甲”、“乙”“丙”“丁”", [3]), ("甲", [])]
)
def test_a_standard_is_right_however_rare(text: str, found: list[int]) -> None:
    assert [m.span.start for m in agree(analysed(text), forms=COMMA, standard=True)] == found


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("“甲”、“乙”", [None]),
        ("“甲”、“乙”、“丙”", [None, Severity.INFO]),
        ("“甲”、“乙”、“丙”、“丁”", [Severity.INFO] * 3),
        ("“甲”、“乙”、“丙”、“丁”“戊”", [None, Severity.INFO, Severity.INFO]),
        ("“甲”“乙”", []),
    ],
)
def test_against_the_standard_a_settled_style_is_advice(text: str, severities: list[Severity | None]) -> None:
    found = list(agree(analysed(text), forms=COMMA, better="", standard=True, settled=3))
    assert [match.severity for match in found] == severities
    assert all(match.better == "" for match in found)


def test_excepted_places_do_not_count() -> None:
    assert seen("市发改委、市发展改革委", unless=re.compile("、市发展改革委")) == []


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("120亿元，8个村，１５个项目", ()),
        ("15个村，15个项目，１５户", ("15",)),
    ],
)
def test_a_number_is_never_suggested_for_another(text: str, suggestions: tuple[str, ...]) -> None:
    widths = (re.compile("[0-9]+"), re.compile("[０-９]+"))
    (match,) = agree(analysed(text), forms=widths)
    assert match.suggestions == suggestions
