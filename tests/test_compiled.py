"""Patterns kept between runs: what `re` would make of them, whatever became of the file."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import compiled
from speechlint.compiled import CompiledPatterns, kept_patterns
from speechlint.rule_file import load_rules
from speechlint.stored import load_parts, store_parts

PATTERNS = [
    (r"第[一二三四五六七八九十]+[章节]", 0),
    (r"(?x) (?P<year>(?:19|20)\d\d) 年 (?P<rest> [^。]*? ) # 说明", re.MULTILINE),
    (r"(?i:qq|微信)(?P<a>[\w一-鿿])(?P=a)(?<!不)\1", re.DOTALL),
    (r"^(?:[ \t\u3000]*)$", re.MULTILINE),
    ("|".join(f"词{number}" for number in range(500)), 0),
    ("", 0),
]
TEXT = "第一章 2021年的工作\n\u3000\n微信好好 QQaa词499"


@contextmanager
def installed(folder: Path) -> Iterator[CompiledPatterns]:
    patterns = CompiledPatterns(folder)
    patterns.install()
    re.purge()
    try:
        yield patterns
    finally:
        patterns.uninstall()
        re.purge()
        patterns.save()


def facts(pattern: re.Pattern[str]) -> object:
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)]
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found


def all_facts() -> list[object]:
    return [facts(re.compile(pattern, flags)) for pattern, flags in PATTERNS]


def test_a_second_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = all_facts()
    with installed(tmp_path):
        assert all_facts() == right
    with installed(tmp_path) as patterns:
        monkeypatch.setattr(patterns, "_parse", lambda *_: pytest.fail("compiled again"))
        assert all_facts() == right


NO_FACTS = [None, "text", [], [0, 0], [0, 1, {"a": 9}], [0, 1, []]]
NO_CODE = [b"", b"?", b"\0" * 8]
DAMAGES = [*((facts, b"\1\0\0\0") for facts in NO_FACTS), *(([0, 0, {}], code) for code in NO_CODE)]


@pytest.mark.parametrize(("facts", "code"), DAMAGES)
def test_code_that_the_engine_refuses_is_made_anew(tmp_path: Path, facts: object, code: bytes) -> None:
    right = all_facts()
    with installed(tmp_path) as patterns:
        all_facts()
    _, kept = load_parts(patterns.file)
    store_parts(patterns.file, [facts] * len(kept), dict.fromkeys(kept, code))
    with installed(tmp_path):
        assert all_facts() == right
    with installed(tmp_path) as patterns:
        assert all_facts() == right
        assert not patterns._fresh


def test_a_file_that_holds_something_else_is_no_file(tmp_path: Path) -> None:
    right = all_facts()
    file = CompiledPatterns(tmp_path).file
    store_parts(file, ["not", "patterns"], {"0:a": b""})
    with installed(tmp_path):
        assert all_facts() == right
    assert "0:a" not in load_parts(file)[1]


def test_bytes_and_mistakes_are_left_to_python(tmp_path: Path) -> None:
    with installed(tmp_path):
        assert re.compile(b"a+").fullmatch(b"aa")
        with pytest.raises(re.error):
            re.compile("(")
    assert not CompiledPatterns(tmp_path).file.exists()


@given(st.lists(st.sampled_from("一-鿿[]()|*+?^$.\\dab1（）。{}23:P<>"), max_size=12).map("".join))
def test_any_pattern_survives(tmp_path_factory: pytest.TempPathFactory, pattern: str) -> None:
    try:
        right = facts(re.compile(pattern))
    except (re.error, OverflowError, FutureWarning):
        return
    folder = tmp_path_factory.mktemp("patterns")
    for _ in range(2):
        with installed(folder):
            assert facts(re.compile(pattern)) == right


def test_every_rule_s_pattern_survives(tmp_path: Path) -> None:
    options = [option for rule in load_rules() for option in rule.options.values() if isinstance(option, re.Pattern)]
    for _ in range(2):
        with installed(tmp_path):
            assert [facts(re.compile(option.pattern, option.flags)) for option in options] == list(map(facts, options))


def test_a_python_whose_re_is_built_otherwise_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def otherwise(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(compiled, "import_module", otherwise)
    kept_patterns()()
    assert re.compile("第[一二]章").match("第一章")
