"""The skeleton of a draft: the heading of each item, what lies within it and the counts it states."""

from collections.abc import Iterator, Sequence

import pytest

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.language.outline import Listing
from speechlint.model import Document

PROSE = "去年以来，各村都动了起来，路修到了组，水通到了户，乡亲们看在眼里、记在心上。"


def drawn(document: Document, lists: Sequence[Listing], depth: int = 0) -> Iterator[str]:
    """A line for each item: “-” within a paragraph or “#” on a line of its own, its heading, the counts in brackets."""
    for listing in lists:
        for entry in listing.entries:
            counts = "".join(f"[{document.text_of(answer.claim.span)}]" for answer in entry.answers)
            sign = "-" if listing.run_in else "#"
            yield f"{'>' * depth}{sign}{document.text_of(entry.text)}{counts}"
            yield from drawn(document, entry.lists, depth + 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、提高认识。各单位要重视。/二、抓好落实，各负其责。", ["#提高认识", "#抓好落实，各负其责"]),
        (
            "一、讲三点意见/一是统一思想、提高认识、凝聚共识、增强信心、鼓足干劲、真抓实干、务求实效、久久为功，要狠抓落实。"
            "二是抓早；三是抓小。/二、抓落实",
            [
                "#讲三点意见[三点意见]",
                ">-统一思想、提高认识、凝聚共识、增强信心、鼓足干劲、真抓实干、务求实效、久久为功",
                ">-抓早",
                ">-抓小",
                "#抓落实",
            ],
        ),
        (
            "一、抓早/二、抓小，讲两点意见/（1）查细/（2）查实/三、抓好两项工作/1.抓种/2.抓养",
            ["#抓早", "#抓小，讲两点意见[两点意见]", ">#查细", ">#查实", "#抓好两项工作[两项工作]", ">#抓种", ">#抓养"],
        ),
        ("同志们：/…/货从哪里来？先找种。/…", []),
        ("同志们：/…/货从哪里来/…/货往哪里去/…", ["#货从哪里来", "#货往哪里去"]),
        ("同志们：/…/货从哪里来/1.抓种/2.抓养/…/货往哪里去/…", ["#货从哪里来", ">#抓种", ">#抓养", "#货往哪里去"]),
    ],
)
def test_every_item_has_its_heading_its_counts_and_what_it_holds(text: str, expected: list[str]) -> None:
    document = document_of(text.replace("…", PROSE).replace("/", "\n"))
    assert [*drawn(document, Analysis(document).outline.lists)] == expected


def test_a_count_before_the_first_item_belongs_to_the_whole_draft() -> None:
    document = document_of("下面，我讲两点意见。\n一、抓早\n二、抓小")
    outline = Analysis(document).outline
    assert [document.text_of(answer.claim.span) for answer in outline.answers] == ["两点意见"]
    assert not any(entry.answers for listing in outline.lists for entry in listing.entries)
