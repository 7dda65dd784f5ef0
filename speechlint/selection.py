"""Which rules run: families and ids selected, extended, ignored, in layers of which the later beats the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from speechlint.messages import Problem
from speechlint.options import closest
from speechlint.ruleset import FAMILIES, Rule

Rank = tuple[int, int]
NOWHERE: Rank = (0, 0)


class Choice(NamedTuple):
    """What one layer (a configuration file, a profile, the command line) asks for.

    Names are families (`typo`), ids (`typo/misspelling`) or `ALL`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()

    @property
    def names(self) -> Iterator[str]:
        yield from (*self.select, *self.ignore, *self.extend_select, *self.extend_ignore)


def select_rules(
    rules: Sequence[Rule],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    extend_ignore: Sequence[str] = (),
) -> tuple[Rule, ...]:
    """The rules that one layer names; raises Problem on an unknown name."""
    return choose(rules, [Choice(tuple(select), tuple(ignore), tuple(extend_select), tuple(extend_ignore))])


def choose(rules: Sequence[Rule], layers: Sequence[Choice]) -> tuple[Rule, ...]:
    """The rules that layers name, or every enabled one; raises Problem on an unknown name.

    An id beats a family, at equal length the later layer wins, and within one layer ignoring beats selecting.
    The last layer that says `select` replaces what earlier ones selected.
    """
    for layer in layers:
        for name in layer.names:
            require_known(name, rules)
    first = max((n for n, layer in enumerate(layers) if layer.select), default=-1)
    chosen = [(n, (*layer.select, *layer.extend_select)) for n, layer in enumerate(layers, 1) if n > first]
    dropped = [(n, (*layer.ignore, *layer.extend_ignore)) for n, layer in enumerate(layers, 1)]
    if not any(names for _, names in (*chosen, *dropped)):
        return tuple(rule for rule in rules if rule.enabled)
    return tuple(rule for rule in rules if wish(rule, chosen, by_default=first < 0) > rank(rule, dropped))


def wish(rule: Rule, chosen: Iterable[tuple[int, Iterable[str]]], *, by_default: bool) -> Rank:
    return max(rank(rule, chosen), (1, 0) if by_default and rule.enabled else NOWHERE)


def rank(rule: Rule, layers: Iterable[tuple[int, Iterable[str]]]) -> Rank:
    ranks = ((closeness(rule, names), layer) for layer, names in layers)
    return max((rank for rank in ranks if rank[0]), default=NOWHERE)


def closeness(rule: Rule, names: Iterable[str]) -> int:
    """How exactly the closest of the names means this rule: 3 its id, 2 its family, 1 all rules, 0 not at all."""
    ranks = {rule.id: 3, rule.family: 2, "ALL": 1}
    return max((ranks.get(name, 0) for name in names), default=0)


def require_known(name: str, rules: Sequence[Rule]) -> None:
    known = ["ALL", *FAMILIES, *(rule.id for rule in rules)]
    if name not in known:
        raise Problem("unknown-rule", name=name, near=closest(name, known))
