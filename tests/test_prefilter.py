"""Where a regex need be tried, and that it is worked out once."""

import re
import sys
from pathlib import Path

import pytest

from speechlint import prefilter
from speechlint.forms import KeptForms
from speechlint.prefilter import entry_of, in_ascii, prefilter_of, worked_out
from speechlint.rule_file import load_rules

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
    *_, found, _, first, _ = worked_out(re.compile(pattern))
    assert (found and re.findall(found, "0123456789.．不任务截止\ue000\ue001\uf8ff")) == (opening and [*opening])
    assert first == opening_first


def test_every_digit_is_written_in_ascii_and_nothing_else() -> None:
    characters = [*map(chr, range(sys.maxunicode + 1))]
    wanted = [str(int(character)) if character.isdecimal() else character for character in characters]
    assert in_ascii("".join(characters)) == "".join(wanted)


def test_a_second_run_works_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = another_run(tmp_path, monkeypatch)
    made = entry_of(PATTERN)
    first.save()
    another_run(tmp_path, monkeypatch)
    monkeypatch.setattr(prefilter, "worked_out", lambda _: pytest.fail("worked out again"))
    assert [*entry_of(PATTERN)] == [*made]


def test_flags_make_another_regex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    another_run(tmp_path, monkeypatch).save()
    assert entry_of(re.compile("(?:X)市")) != entry_of(re.compile("(?:X)市", re.IGNORECASE))


def another_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> KeptForms:
    kept = KeptForms()
    kept.take_up(folder, "1")
    monkeypatch.setattr(prefilter, "KEPT", kept)
    return kept


# These are asked of what the rule has found by then, not of a whole draft.
ASKED_LATE = {"file/draft-watermark like", "file/watermark unlike", "watermark/repeated-line signs"}


def test_every_rule_s_regex_has_something_to_look_for() -> None:
    regexes = {
        f"{rule.id} {name}": option
        for rule in load_rules()
        for name, option in rule.options.items()
        if isinstance(option, re.Pattern)
    }
    found = {name: prefilter_of(regex) for name, regex in regexes.items()}
    assert {name for name, known in found.items() if known.literals is None and known.opening is None} == ASKED_LATE
