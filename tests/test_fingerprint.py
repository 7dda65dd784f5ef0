"""A fingerprint is a finding's words and what stands around them, never its line."""

from making import draft, finds, rule

from speechlint.fingerprint import fingerprint
from speechlint.linter import lint

LINE = "要全力打造避署胜地，切实抓好各项工作的落实。"


def prints(*lines: str, id: str = "typo/a") -> list[str]:
    document = draft(*lines)
    return [fingerprint(document, finding) for finding in lint(document, [rule(id, finds("避署"))])]


def test_it_is_sixteen_hexadecimal_digits() -> None:
    (seen,) = prints(LINE)
    assert len(seen) == 16
    assert int(seen, 16) >= 0


def test_it_stays_when_lines_come_and_go() -> None:
    assert prints(LINE) == prints("同志们：", "", LINE, "谢谢！")


def test_it_stays_when_a_far_part_of_the_paragraph_changes() -> None:
    assert prints(LINE) == prints(LINE + "另外，再说一句。")


def test_it_changes_with_the_rule_and_the_words_around() -> None:
    assert len({*prints(LINE), *prints(LINE, id="typo/b"), *prints(LINE.replace("打造", "建设"))}) == 3
