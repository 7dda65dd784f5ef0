"""Where a regular expression need be tried at all: worked out once from the expression itself, kept between runs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from speechlint.forms import KEPT
from speechlint.line_ends import keeps_to_line
from speechlint.literals import DIGITS, commonness, required_literals, widest_match
from speechlint.openings import located, looks_first, opening_characters, set_commonness
from speechlint.regex_tree import tree
from speechlint.stored import in_lines
from speechlint.vocabulary import Literals

# A regex that may match more than this is tried on the whole text.
WIDEST = 400
# The zeros that other digits than those of ASCII begin with, as far as they are of the basic plane.
ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090"
    "\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10"
)
# What `\d` stands for besides the ten of ASCII, and what lies between in the further planes: a set of characters by
# number is looked for in half the time that their kind is.
FOREIGN_DIGIT = re.compile(f"[{''.join(f'{zero}-{chr(ord(zero) + 9)}' for zero in ZEROS)}\U00010000-\U0001ffff]")
# What is kept of one regex: its required strings, in lines where they can be, its reach, a set of opening characters,
# and the three flags below.
Entry = tuple[list[str] | str | None, int | None, str | None, bool, bool, bool]


class Prefilter:
    """What a regex cannot match without.

    `literals`: every match holds one of them; `reach`: so many characters from it a match may begin or end or look.
    Each is None where there is no telling.
    `looks_first`: the engine itself does not skip to an opening character, for the regex begins with a look around.
    `opening_first`: there are opening characters, and they are rarer than the literals.
    `keeps_to_line`: in a whole text it matches what it does in each line.
    `ascii_digits`: the literals are those of a text whose digits are all of ASCII.
    """

    def __init__(self, pattern: re.Pattern[str], entry: Entry) -> None:
        required, self.reach, self._opening, self.looks_first, self.opening_first, self.keeps_to_line = entry
        strings = required.split("\n") if isinstance(required, str) else required
        self.pattern = pattern
        self.ascii_digits = takes_digits(pattern, strings)
        if self.ascii_digits and strings:
            strings = [*map(in_ascii, strings)]
        self.literals = None if strings is None else Literals(strings)

    @cached_property
    def opening(self) -> re.Pattern[str] | None:
        """A set that every match's first character is of; most regexes need not be looked for so far."""
        return None if self._opening is None else re.compile(self._opening)

    @cached_property
    def locator(self) -> re.Pattern[str] | None:
        """What finds the first character of every match faster than the regex itself finds the match, if anything."""
        return located(self.pattern, self._opening) if self.looks_first and self._opening else None


# Under the identity of the pattern, which the filter keeps alive: to hash a pattern is to hash all its code.
_known: dict[int, Prefilter] = {}


def prefilter_of(pattern: re.Pattern[str]) -> Prefilter:
    """The filter of a regex, worked out when first asked for."""
    known = _known.get(id(pattern))
    if known is None:
        known = _known[id(pattern)] = Prefilter(pattern, entry_of(pattern))
    return known


def entry_of(pattern: re.Pattern[str]) -> Entry:
    return KEPT.form(f"prefilter {pattern.flags}:{pattern.pattern}", lambda: worked_out(pattern))


def takes_digits(pattern: re.Pattern[str], strings: Iterable[str] | None) -> bool:
    """Whether strings hold digits that may stand for others in the regex."""
    return r"\d" in pattern.pattern and not DIGITS.isdisjoint("".join(strings or ()))


def in_ascii(text: str) -> str:
    """A text with every digit as one of the ten of ASCII, as `\\d` takes them all for digits."""
    return FOREIGN_DIGIT.sub(lambda found: str(int(found[0])) if found[0].isdecimal() else found[0], text)


def worked_out(pattern: re.Pattern[str]) -> Entry:
    required, opening, widest = required_literals(pattern), opening_characters(pattern), widest_match(pattern)
    return (
        None if required is None else in_lines(sorted(required)) or sorted(required),
        widest + 1 if widest <= WIDEST else None,
        None if opening is None else opening.pattern,
        looks_first(tree(pattern)),
        opening is not None and (required is None or set_commonness(opening) <= commonness(required)),
        keeps_to_line(pattern) and not any("\n" in literal for literal in required or ()),
    )
