"""What a kind of check is: a function from a draft to matches, registered under its own name."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple, cast, get_type_hints

from speechlint.language.analysis import Analysis
from speechlint.model import Document, Severity, Span

Check = Callable[[Analysis], Iterator["Match"]]


class Clue(NamedTuple):
    """Another place that explains a match; `fields` fill the rule's `related` message."""

    span: Span
    fields: Mapping[str, str] = MappingProxyType({})


class Match(NamedTuple):
    """What a check saw, before it becomes a finding.

    `fields` fill the rule's message; {found} and, where `better` is given, {better} are always there.
    `severity` replaces the rule's own where the evidence is weaker or stronger than usual.
    """

    span: Span
    fields: Mapping[str, str] = MappingProxyType({})
    better: str | None = None
    suggestions: tuple[str, ...] = ()
    related: tuple[Clue, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, eq=False)
class Kind:
    """A registered check: its function, the options it takes, and the message fields it fills."""

    name: str
    function: Callable[..., Iterator[Match]]
    fields: frozenset[str]
    wants_analysis: bool
    reads_inert: bool = False
    reads_layout: bool = False
    sets_severity: bool = False
    needs: str = ""

    # Only who reads a rule from its file or converts its options asks for these, and they are costly to find out.
    @cached_property
    def options(self) -> Mapping[str, inspect.Parameter]:
        _, *options = inspect.signature(self.function).parameters.values()
        return {option.name: option for option in options}

    @cached_property
    def types(self) -> Mapping[str, object]:
        """The annotation of every option."""
        types = get_type_hints(self.function, include_extras=True)
        return {name: types[name] for name in self.options}

    def bind(self, options: Mapping[str, object]) -> Check:
        """A check ready to run; a function whose first parameter is a Document gets just that."""
        check = partial(self.function, **options)
        if self.needs:
            return where_it_may_match(check, cast(re.Pattern[str], options[self.needs]))
        return check if self.wants_analysis else lambda analysis: check(analysis.document)


def where_it_may_match(check: Check, pattern: re.Pattern[str]) -> Check:
    """A check that is left out of drafts in which a regex cannot match: to tell that takes less than to begin it."""
    return lambda analysis: check(analysis) if analysis.scan.may_match(pattern) else iter(())


KINDS: dict[str, Kind] = {}


def kind(
    *fields: str, reads_inert: bool = False, reads_layout: bool = False, sets_severity: bool = False, needs: str = ""
) -> Callable[[Callable[..., Iterator[Match]]], Callable[..., Iterator[Match]]]:
    """Register a check under its function's name; `fields` are the message fields it always fills.

    Matches inside inert text are dropped unless the check `reads_inert`. `Document.layout` is there only for a check
    that `reads_layout`, and then only in a Word file. Only a check that `sets_severity` may yield what is graver than
    its rule: any other is left out where findings as grave as the rule are not shown. A check of an Analysis that
    yields nothing where the regex of one of its options does not match may say so: the option that it `needs`.

    The keyword-only parameters, with their annotations and defaults, are the kind's YAML schema.
    Raises TypeError when the first parameter is neither a Document nor an Analysis, ValueError on a second kind of
    that name.
    """

    def register(function: Callable[..., Iterator[Match]]) -> Callable[..., Iterator[Match]]:
        name = function.__name__
        if name in KINDS:
            raise ValueError(f"kind {name} is registered twice")
        first = first_annotation(function)
        if first not in (Document, Analysis):
            raise TypeError(f"kind {name}: the first parameter is a Document or an Analysis")
        wants_analysis = first is Analysis
        shown = frozenset(fields)
        KINDS[name] = Kind(name, function, shown, wants_analysis, reads_inert, reads_layout, sets_severity, needs)
        return function

    return register


def first_annotation(function: Callable[..., Iterator[Match]]) -> object:
    """What the first parameter is annotated with."""
    written = next(iter(function.__annotations__.values()), None)
    # A name the module knows itself need not have all annotations evaluated with it.
    known = function.__globals__.get(written) if isinstance(written, str) else written
    return known or next(iter(get_type_hints(function).values()), None)
