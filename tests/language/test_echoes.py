"""How well the items of a list take up members named before: what they share, who is left over."""

import pytest

from speechlint.examples import document_of, unmark
from speechlint.language.analysis import Analysis
from speechlint.language.echoes import scores, taken_up, unassigned
from speechlint.language.missing import missing_members
from speechlint.model import Span


def marked(text: str, count: int) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """The text without marks, the spans of its members, and those of its ordinals."""
    plain, spans = unmark(text.replace("/", "\n"))
    return plain, spans[:count], spans[count:]


@pytest.mark.parametrize(
    ("text", "members", "expected"),
    [
        ("⟦修路⟧⟦改水⟧/⟦一要⟧修路。/⟦二要⟧改水。", 2, [[101, 0], [0, 101]]),
        ("⟦修路⟧/⟦一要⟧做好。修路，修路。/⟦二要⟧改水。", 1, [[2, 0]]),
        ("⟦修公路⟧/⟦一要⟧修公路，公路。/⟦二要⟧修桥。", 1, [[203, 0]]),
        ("⟦“修路”⟧/⟦一要⟧修路。/⟦二要⟧改水", 1, [[101, 0]]),
        ("⟦修路⟧/⟦一要⟧改水。/⟦二要⟧通气，修路。/修路。", 1, [[0, 1]]),
        ("⟦路⟧/⟦一要⟧修路。/⟦二要⟧改水", 1, [[0, 0]]),
    ],
)
def test_a_pair_of_characters_counts_most_in_the_heading(text: str, members: int, expected: list[list[int]]) -> None:
    plain, named, items = marked(text, members)
    assert scores(document_of(plain), named, items) == expected


@pytest.mark.parametrize(
    ("items", "taken"),
    [
        (["修路", "改水", "建校", "通气"], True),
        (["修路", "改水", "建校", "督查"], True),
        (["修路", "改水", "强化督查", "督查"], False),
        (["修路", "改水", "督查"], False),
        (["修路", "改水"], True),
    ],
)
def test_a_list_takes_members_up_where_three_of_four_items_name_one(items: list[str], taken: bool) -> None:
    lines = "".join(f"/⟦{number}.⟧{item}。" for number, item in enumerate(items, 1))
    plain, named, ordinals = marked(f"⟦修路⟧⟦改水⟧⟦建校⟧⟦通气⟧{lines}", 4)
    assert taken_up(document_of(plain), named, ordinals) is taken


@pytest.mark.parametrize(
    ("scores", "left"),
    [
        ([[9, 0], [0, 9], [0, 0]], 2),
        ([[9, 0], [0, 0], [0, 9]], 1),
        ([[0, 0], [9, 0], [0, 9]], 0),
        ([[9, 8], [8, 0], [0, 0]], 2),
        ([[5, 4], [4, 0], [0, 2]], 2),
        ([[5], [5]], 1),
        ([[5], [6]], 0),
    ],
)
def test_the_member_left_over_is_told_by_the_best_of_all_ways(scores: list[list[int]], left: int) -> None:
    assert unassigned(scores) == left


TWO_ITEMS = "/一要修路到户。/二要建校到村。"


@pytest.mark.parametrize(
    ("draft", "missing"),
    [
        ("要办好修路、改水、建校三件实事。/下面说三件实事：" + TWO_ITEMS[1:], ["改水"]),
        ("要办好修路、改水、建校三件实事。/下面说“三件实事”：" + TWO_ITEMS[1:], ["改水"]),
        ("要办好修路、改水、建校三件实事。/下面说三件实事：一要修路。二要建校，改水也要抓。", ["改水"]),
        ("要办好修路、改水、建校三件实事。/下面说三件实事：一要修路。二要建校改水。", [None]),
        ("下面说三件实事：" + TWO_ITEMS[1:], [None]),
        ("要办好修路、改水、建校、通气四件实事。/下面说三件实事：" + TWO_ITEMS[1:], [None]),
        ("要办好修路、改水、建校三件实事。/下面说三件实事：一要修路。二要建校。三要改水。", []),
    ],
)
def test_the_one_member_that_no_item_takes_up_is_missing(draft: str, missing: list[str | None]) -> None:
    document = document_of(draft.replace("/", "\n"))
    found = missing_members(document, Analysis(document).answers)
    assert [member and document.text_of(member) for _, member in found] == missing
