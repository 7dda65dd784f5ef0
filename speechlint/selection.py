"""Which rules run: families and ids selected, extended, ignored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speechlint.messages import Problem
from speechlint.options import closest
from speechlint.ruleset import FAMILIES, Rule


def select_rules(
    rules: Sequence[Rule],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    extend_ignore: Sequence[str] = (),
) -> tuple[Rule, ...]:
    """The rules named, or every enabled one; an id beats a family, and ignoring beats selecting at equal length.

    Names are families (`typo`), ids (`typo/misspelling`) or `ALL`. Raises Problem on an unknown one.
    """
    for name in (*select, *ignore, *extend_select, *extend_ignore):
        require_known(name, rules)
    chosen = (*select, *extend_select)
    dropped = (*ignore, *extend_ignore)
    return tuple(
        rule for rule in rules if (closeness(rule, chosen) or (rule.enabled and not select)) > closeness(rule, dropped)
    )


def closeness(rule: Rule, names: Iterable[str]) -> int:
    """How exactly the closest of the names means this rule: 3 its id, 2 its family, 1 all rules, 0 not at all."""
    ranks = {rule.id: 3, rule.family: 2, "ALL": 1}
    return max((ranks.get(name, 0) for name in names), default=0)


def require_known(name: str, rules: Sequence[Rule]) -> None:
    known = ["ALL", *FAMILIES, *(rule.id for rule in rules)]
    if name not in known:
        raise Problem("unknown-rule", name=name, near=closest(name, known))
