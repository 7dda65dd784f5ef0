"""Counts that point back: which list each is held against, and where none can be meant."""

import pytest

from speechlint.examples import document_of, mark, unmark
from speechlint.language.analysis import Analysis
from speechlint.language.answers import Answer

# The members held against the last count that points back; those before it are passed over.
HELD = """
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/以上三点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/以上四点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/以上四项支出，请落实。以上五点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/圆满以上四点。以上五点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/刚才讲以上四点，请落实。以上五点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/以上一点，请落实。以上四点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/对以上四点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/完成以上四点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/这四点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/大家好。/以上四点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/做到公开、公平、公正。以上五点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦三、⟧丙/这三点，请落实。
⟦一、⟧甲/一是早。二是小。/⟦二、⟧乙/⟦三、⟧丙/以上四点，请落实。
一、甲/二、乙/⟦一是⟧早。⟦二是⟧小。/以上两点，请落实。
一、甲/二、乙/⟦一是⟧早。⟦二是⟧小。⟦三是⟧实。/以上三点，请落实。
⟦一、⟧甲/⟦二、⟧乙/一是早。二是小。三是实。/以上两点，请落实。
⟦一是⟧早。⟦二是⟧小。⟦三是⟧实。以上四点，请落实。
⟦一是⟧早。⟦二是⟧小。⟦三是⟧实。//以上四点，请落实。
⟦一是⟧早。⟦二是⟧小。⟦三是⟧实。/大家好。/以上三点，请落实。
⟦一、⟧甲/⟦二、⟧乙/⟦四、⟧丙/以上三点，请落实。
要办好修路、改水、建校三件实事。/⟦一、⟧甲/⟦二、⟧乙/以上三项，请落实。
要办好修路、改水、建校三件实事。/⟦一、⟧甲/⟦二、⟧乙/以上四件，请落实。
以上三点，请落实。/⟦一、⟧甲/⟦二、⟧乙/以上三点，请落实。
"""

NOT_HELD = """
一、甲/二、乙/三、丙/我讲的以上四点，请落实。
一、甲/二、乙/三、丙/圆满以上四点，请落实。
一、甲/二、乙/三、丙/大家好。/这四点，请落实。
一、甲/二、乙/三、丙/做到公开、公平、公正、公道。以上四点，请落实。
一、甲/二、乙/三、丙/做到公开、公平、公正、公道、公心。以上四点，请落实。
一、甲/二、乙/三、丙，做到公开、公平、公正、公道。以上四点，请落实。
一、甲/二、乙/一是早。二是小。/以上四点，请落实。
一、甲/二、乙/一是早。二是小。三是实。以上四点，请落实。
一是早。二是小。三是实。/大家好。/以上四点，请落实。
一、甲/二、乙/四、丙/以上五点，请落实。
一、甲/二、乙，以上三点，请落实。
一、甲/以上三点，请落实。/二、乙
一、甲/以上三点，请落实。
二、甲/三、乙/以上三点，请落实。
以上三点，请落实。/一、甲/二、乙
要办好修路、改水、建校三件实事。/一、甲/二、乙/以上三件，请落实。
"""


def back(text: str) -> list[Answer]:
    return [answer for answer in Analysis(document_of(text)).answers if answer.back]


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_a_count_that_points_back_is_held_against_this_list(line: str) -> None:
    marked = line.replace("/", "\n")
    text, _ = unmark(marked)
    (answer,) = back(text)
    assert mark(text, answer.members) == marked
    assert answer.claim.span.start == text.rindex("以上" if "以上" in text else "这")


@pytest.mark.parametrize("text", NOT_HELD.strip().splitlines())
def test_a_count_that_points_back_may_mean_another_thing(text: str) -> None:
    assert back(text.replace("/", "\n")) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("以上四点，请落实。/以上五点，也要落实。", ["以上四点", "以上五点"]),
        ("以上四点，请落实。做到公开、公平、公正、公道。以上四点，再落实。", ["以上四点"]),
        ("做到公开、公平、公正，以上四点、都要落实。以上四点，再落实。", ["以上四点"]),
        ("做到公开、公平、公正。对以上四点、都要落实。以上四点，再落实。", ["以上四点", "以上四点"]),
        ("做到公开、公平、公正、公道。以上四点，请落实。以上五点，再落实。", ["以上五点"]),
    ],
)
def test_a_count_is_passed_over_where_a_sentence_before_it_names_as_many(text: str, counts: list[str]) -> None:
    draft = f"一、甲\n二、乙\n三、丙\n{text}".replace("/", "\n")
    assert [draft[answer.claim.span.start : answer.claim.span.end] for answer in back(draft)] == counts
