"""Every message in both languages, every key used, every field given."""

import ast
import string
from pathlib import Path

import pytest

import speechlint
from speechlint.messages import Problem, say, templates

MODULES = sorted(Path(speechlint.__file__).parent.rglob("*.py"))


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def texts(tree: ast.AST) -> set[str]:
    """Every string a module holds; docstrings do no harm."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def stems(tree: ast.AST) -> set[str]:
    """The beginnings of keys put together from a value: f"severity-{severity}"."""
    firsts = [node.values[0] for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) and node.values]
    known = {first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)}
    return {stem for stem in known if stem.endswith("-")}


def asked(tree: ast.AST) -> set[str]:
    """The keys a module plainly asks for: say("key", …), Problem("key", …), source.problem("key", …)."""
    names = {"say", "Problem", "problem", "Unfit"}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [c for c in calls if getattr(c.func, "id", getattr(c.func, "attr", "")) in names]
    return {c.args[0].value for c in named if isinstance(c.args[0], ast.Constant) and isinstance(c.args[0].value, str)}


@pytest.mark.parametrize("key", templates())
def test_both_languages_say_it_with_the_same_fields(key: str) -> None:
    assert set(templates()[key]) == {"zh", "en"}
    assert all(templates()[key].values())
    assert fields(templates()[key]["zh"]) == fields(templates()[key]["en"])


def test_every_key_asked_for_exists() -> None:
    missing = {(path.name, key) for path in MODULES for key in asked(parsed(path)) - {*templates(), "en"}}
    assert not missing


def test_every_key_is_used() -> None:
    used = set().union(*(texts(parsed(path)) for path in MODULES if path.name != "messages.py"))
    begun = tuple(set().union(*(stems(parsed(path)) for path in MODULES)))
    assert [key for key in templates() if key not in used and not key.startswith(begun)] == []


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("problem", "chinese", "english"),
    [
        (Problem("binary"), "这不是文本文件，请检查是否改错了扩展名", "this is not a text file; check its extension"),
        (
            Problem("unknown-key", key="tabel", at="x.yaml:7", near="table"),
            "x.yaml:7: 不认识的键“tabel”（是不是“table”？）",
            "x.yaml:7: unknown key “tabel” (did you mean “table”?)",
        ),
        (Problem("unknown-key", key="甲", near=""), "不认识的键“甲”", "unknown key “甲”"),
    ],
)
def test_a_problem_says_where_what_and_what_was_meant(problem: Problem, chinese: str, english: str) -> None:
    assert problem.say("zh") == chinese
    assert problem.say("en") == str(problem) == english


def test_values_with_braces_are_said_as_they_are() -> None:
    assert say("unknown-field", "zh", key="message", field="x{y}") == "“message”里没有可填的 {x{y}}"


@pytest.mark.parametrize(
    ("count", "english"),
    [
        (0, "0 files could not be checked"),
        (1, "1 file could not be checked"),
        ("1,000", "1,000 files could not be checked"),
    ],
)
def test_a_word_goes_with_its_count(count: int | str, english: str) -> None:
    assert say("unread", "en", files=count) == english
    assert say("unread", "zh", files=count) == f"有 {count} 个文件未能检查"
