"""Is a fixed phrase misspelt by a character that sounds or looks like the right one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.confusions import Confusions, hearing
from speechlint.language.phrasebook import PhraseBook, Slip, heads_of
from speechlint.model import Span
from speechlint.prepared import prepared
from speechlint.tables import Columns, Table

# A phrase that fills its quotation marks is a name or a play on words (“渔”跃龙门).
QUOTED = re.compile(r"[“‘《〈「『\"']")

# Words of one character that join any two others: 经营|其|制 is grammar, not a slip.
PARTICLES = frozenset(
    "的地得了着过是在再有以已于与予由为其之而则及即将会可并不也又就使让把被对向从到此该各每等个只才但或和年月日时事人"
)


@kind()
def near(
    analysis: Analysis,
    *,
    phrases: Annotated[Table, Columns("phrase")],
    sounds: Annotated[Table, Columns("sound", "characters")],
    lookalikes: Annotated[Table, Columns("character", "alike")],
    rare: bool = False,
) -> Iterator[Match]:
    """Yield every phrase of the table with one like-sounding or look-alike character in it.

    Silent on what the row calls `attested`, on a phrase alone in quotation marks, and on what other words make up.
    With `rare`, silent too where the wrong character is a particle or belongs to a word of the dictionary.
    """
    book = book_of(sounds, lookalikes)
    enter(book, phrases, sounds, lookalikes)
    end = 0
    for span, at, phrase in analysis.once(reader(book, book.edition)):
        own, written = own_phrases(phrases), analysis.document.text_of(span)
        if (
            span.start >= end
            and phrase in own
            and written not in own
            and written not in attested_of(phrases, phrase)
            and not quoted(analysis.text, span)
            and is_slip(analysis, span, at, phrase, rare)
        ):
            end = span.end
            yield Match(span, better=phrase)


def is_slip(analysis: Analysis, span: Span, at: int, phrase: str, rare: bool) -> bool:
    """Whether the words of the sentence make no sense of the stretch as it stands, and more of it righted."""
    # Asked first, for cutting the first sentence loads the dictionary.
    if rare and analysis.text[at] in PARTICLES:
        return False
    words = analysis.words_at(span.start)
    if rare and len(words.at(at)) > 1:
        return False
    if not words.cuts(span):
        return True
    return analysis.knits(span, phrase)


def quoted(text: str, span: Span) -> bool:
    return QUOTED.match(text, span.start - 1) is not None and text[span.end : span.end + 1] in tuple("”’》〉」』\"'")


@cache
def book_of(sounds: Table, lookalikes: Table) -> PhraseBook:
    return PhraseBook(
        hearing(*signs_of(sounds)), lambda written, right: confusions_of(sounds, lookalikes).alike(written, right)
    )


@cache
def confusions_of(sounds: Table, lookalikes: Table) -> Confusions:
    return Confusions(by_sound(sounds), by_character(lookalikes))


@cache
def enter(book: PhraseBook, phrases: Table, sounds: Table, lookalikes: Table) -> None:
    book.add(heads(phrases, sounds, lookalikes))


@cache
def reader(book: PhraseBook, _edition: int) -> Callable[[Analysis], list[Slip]]:
    return lambda analysis: book.slips(analysis.text)


@prepared
def by_sound(table: Table) -> dict[str, str]:
    return {row["sound"]: row["characters"] for row in table.rows}


@prepared
def by_character(table: Table) -> dict[str, str]:
    return {row["character"]: row["alike"] for row in table.rows}


@prepared
def signs_of(sounds: Table) -> list[str]:
    """All characters that have a sign, and their signs."""
    signs = Confusions(by_sound(sounds), {}).signs
    return ["".join(signs), "".join(signs.values())]


@prepared
def heads(phrases: Table, sounds: Table, lookalikes: Table) -> dict[str, str]:
    return heads_of(phrases_of(phrases), confusions_of(sounds, lookalikes))


@cache
def own_phrases(table: Table) -> frozenset[str]:
    return frozenset(phrases_of(table))


@prepared
def phrases_of(table: Table) -> list[str]:
    return [row["phrase"] for row in table.rows]


@prepared
def attested_rows(table: Table) -> dict[str, str]:
    return {row["phrase"]: row["attested"] for row in table.rows if row["attested"]}


def attested_of(table: Table, phrase: str) -> tuple[str, ...]:
    return tuple(attested_rows(table).get(phrase, "").split())
