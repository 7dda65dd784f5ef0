"""How often each rule spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint.session import Checked


def statistics(outcomes: Sequence[Checked]) -> Iterator[str]:
    """Yield a line a rule, the busiest first: count, severity, rule."""
    counts = Counter((f.rule, str(f.severity)) for outcome in outcomes for f in outcome.findings)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6}  {severity:8} {rule}"
