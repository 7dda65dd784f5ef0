"""Where a regex need be tried, and that it is worked out once."""

import re
from pathlib import Path

import pytest

from speechlint import prefilter
from speechlint.prefilter import KeptEntries, Prefilter, is_entry, worked_out
from speechlint.stored import load, store

PATTERN = re.compile("(?<!全)面积(?:达|为)[0-9]")


@pytest.mark.parametrize(
    ("pattern", "opening", "opening_first"),
    [
        (r"(?<!\d)[.．](?=[^年])", ".．", True),
        (r"(?<!\d)[.．](?=年)", ".．", False),
        ("(?<=。)[0-9]年度", "0123456789", False),
        ("[\ue000-\uf8ff]+", "\ue000\ue001\uf8ff", True),
        ("(?:不)?截止", "不截", False),
        ("[一-鿿]{2}任务", None, False),
        ("(?:截止)?", None, False),
    ],
)
def test_opening_characters_come_first_where_they_are_rarer(
    pattern: str, opening: str | None, opening_first: bool
) -> None:
    *_, found, _, first = worked_out(re.compile(pattern))
    assert (found and re.findall(found, "0123456789.．不任务截止\ue000\ue001\uf8ff")) == (opening and [*opening])
    assert first == opening_first


def test_a_second_run_works_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = KeptEntries()
    first.take_up(tmp_path, "1")
    entry = first.entry(PATTERN)
    first.save()
    monkeypatch.setattr(prefilter, "worked_out", lambda _: pytest.fail("worked out again"))
    second = KeptEntries()
    second.take_up(tmp_path, "1")
    kept = second.entry(PATTERN)
    assert [*kept] == [*entry]
    assert Prefilter(PATTERN, kept).reach == Prefilter(PATTERN, entry).reach


def test_what_another_program_kept_is_left(tmp_path: Path) -> None:
    store(tmp_path / "prefilters.json", {"state": "1", "entries": {f"{PATTERN.flags}:{PATTERN.pattern}": [["x"]] * 5}})
    for state in ("1", "2"):
        entries = KeptEntries()
        entries.take_up(tmp_path, state)
        assert entries.entry(PATTERN) == worked_out(PATTERN)
        entries.save()
    assert load(tmp_path / "prefilters.json") == {
        "state": "2",
        "entries": {f"{PATTERN.flags}:{PATTERN.pattern}": [*worked_out(PATTERN)]},
    }


@pytest.mark.parametrize(
    "value",
    [None, [], "截止", [None] * 5, [[1], 3, None, True, True], [[""], 3, None, True, True], [None, "", "", 1, 0]],
)
def test_what_has_no_shape_of_an_entry_is_none(value: object) -> None:
    assert not is_entry(value)
