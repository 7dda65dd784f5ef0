"""Registering a kind of check."""

from collections.abc import Callable, Iterator
from typing import Annotated

import pytest
from making import draft

from speechlint.checks.kinds import KINDS, Kind, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Document, Span


@pytest.fixture
def registered() -> Iterator[Callable[..., Kind]]:
    """Register functions as kinds for the length of one test."""
    before = dict(KINDS)

    def register(function: Callable[..., Iterator[Match]], *fields: str) -> Kind:
        kind(*fields)(function)
        return KINDS[function.__name__]

    yield register
    for name in KINDS.keys() - before:
        del KINDS[name]


def of_document(document: Document, *, width: int = 1) -> Iterator[Match]:
    yield Match(Span(0, min(width, len(document.text))))


def of_analysis(analysis: Analysis, *, word: str) -> Iterator[Match]:
    yield Match(Span(0, len(analysis.text)), {"word": word})


def test_the_signature_is_the_schema(registered: Callable[..., Kind]) -> None:
    made = registered(of_document)
    assert (made.name, list(made.options), made.types) == ("of_document", ["width"], {"width": int})


def of_table(document: Document, *, rows: Annotated[int, "columns"]) -> Iterator[Match]:
    yield Match(Span(0, rows))


def test_what_an_option_is_annotated_with_is_kept(registered: Callable[..., Kind]) -> None:
    assert registered(of_table).types == {"rows": Annotated[int, "columns"]}


@pytest.mark.parametrize("asked", [None, "reads_inert", "reads_layout", "sets_severity"])
def test_a_kind_reads_and_sets_only_what_it_asks_for(registered: Callable[..., Kind], asked: str | None) -> None:
    if asked:
        kind(**{asked: True})(of_document)
    made = KINDS["of_document"] if asked else registered(of_document)
    told = {name: getattr(made, name) for name in ("reads_inert", "reads_layout", "sets_severity")}
    assert told == {name: name == asked for name in told}


@pytest.mark.parametrize(("function", "options"), [(of_document, {"width": 2}), (of_analysis, {"word": "甲"})])
def test_a_bound_check_gets_what_it_asks_for(
    registered: Callable[..., Kind], function: Callable[..., Iterator[Match]], options: dict[str, object]
) -> None:
    check = registered(function, "word").bind(options)
    assert [match.span for match in check(Analysis(draft("甲乙")))] == [Span(0, 2)]


def test_a_kind_is_registered_once(registered: Callable[..., Kind]) -> None:
    registered(of_document)
    with pytest.raises(ValueError, match="twice"):
        kind()(of_document)


def test_a_check_of_something_else_is_refused() -> None:
    def of_text(text: str) -> Iterator[Match]:
        yield Match(Span(0, len(text)))

    with pytest.raises(TypeError, match="Document or an Analysis"):
        kind()(of_text)


@pytest.mark.parametrize("made", KINDS.values(), ids=KINDS)
def test_every_option_is_a_keyword_and_every_kind_says_what_it_does(made: Kind) -> None:
    assert all(option.kind is option.KEYWORD_ONLY for option in made.options.values())
    assert made.function.__doc__
