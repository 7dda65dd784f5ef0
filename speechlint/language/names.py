"""Words with the marks of a name: unknown to the dictionary, tagged as a person, place or brand (rjieba, MIT)."""

from __future__ import annotations

from typing import NamedTuple

from speechlint.model import Span

NAME_TAGS = frozenset({"nr", "ns", "nt", "nz"})


class Token(NamedTuple):
    """One word; `known` words stand in the dictionary, the others were pieced together."""

    span: Span
    text: str
    tag: str
    known: bool

    @property
    def proper(self) -> bool:
        """Whether the word may be a name: two or more Chinese characters, pieced together or tagged as one."""
        chinese = len(self.text) > 1 and all("一" <= character <= "鿿" for character in self.text)
        return chinese and (not self.known or self.tag in NAME_TAGS)


def tokens_of(text: str, offset: int) -> tuple[Token, ...]:
    """Every word of one paragraph in order; `offset` is where the paragraph begins in the draft.

    The segmenter takes a fifth of a second to load and is imported on first use.
    """
    import rjieba

    found: list[Token] = []
    at = offset
    for word, tag in rjieba.tag(text):
        found.append(Token(Span(at, at + len(word)), word, tag, rjieba.has_word(word)))
        at += len(word)
    return tuple(found)
