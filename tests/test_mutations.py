"""The small faults that show whether the tests notice any."""

import pytest
from mutations import mutants_of


def written(source: str) -> list[str]:
    """Each mutant of a module, as text."""
    return [mutant.applied(source.encode()).decode() for mutant in mutants_of("a.py", source.encode())]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = b < c", ["a = (b <= c)"]),
        ("a = b is not c", ["a = (b is c)"]),
        ("a = b + c", ["a = (b - c)"]),
        ("a += b", ["a -= b"]),
        ("a = not b", ["a = (b)"]),
        ("a = True", ["a = (False)"]),
        ("甲 = '甲', 7", ["甲 = '甲', (8)", "甲 = '甲', (6)"]),
        ("a = b and c", ["a = (b or c)", "a = (not b) and c", "a = b and (not c)"]),
        ("if a:\n    b()", ["if (not a):\n    b()", "if a:\n    pass"]),
        ("for a in b:\n    break", ["for a in b:\n    continue"]),
        ("def a():\n    return b", ["def a():\n    return None"]),
        ("def a():\n    yield b", ["def a():\n    yield from ()"]),
        ("def a() -> b | None:\n    return None", []),
        ("@a(1)\ndef b(c: d | e):\n    return False", ["@a(1)\ndef b(c: d | e):\n    return (True)"]),
        ("a = f'{1 + 2}'", []),
        ("a = 'b'", []),
    ],
)
def test_one_place_is_written_otherwise_and_the_rest_stays(source: str, expected: list[str]) -> None:
    assert written(source) == expected


def test_a_place_is_found_behind_characters_of_several_bytes() -> None:
    (mutant,) = mutants_of("a.py", "甲 = [\n    '乙' < 丙,\n]".encode())
    assert (mutant.line, mutant.last, mutant.statement, mutant.before) == (2, 2, 1, "'乙' < 丙")
