"""Plots of the summary: stacked bars in a table's cell as HTML, stacked columns by year as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 1_100, 230
LEFT, TOP, BOTTOM = 34, 18, 40
GRID = 4
WIDEST = 46.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands below it, what is told of it, its parts from the bottom, each with its class."""

    label: str
    below: str
    told: str
    parts: tuple[tuple[str, float], ...]

    @property
    def height(self) -> float:
        return sum(value for _, value in self.parts)


def bar(parts: Sequence[tuple[str, float]], most: float) -> str:
    """A stacked bar, as long as its share of `most`."""
    made = (f'<i class="{name}" style="width:{value / most:.2%}"></i>' for name, value in parts if value)
    return f'<span class="bar" aria-hidden="true">{"".join(made)}</span>'


def columns(title: str, made: Sequence[Column]) -> str:
    """Stacked columns over a scale that begins at zero."""
    top = rounded(max((column.height for column in made), default=0))
    body = "".join([*grid(top), *(drawn(column, number, len(made), top) for number, column in enumerate(made))])
    return f'<svg role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {HEIGHT}">{body}</svg>'


def rounded(most: float) -> float:
    """The next of 1, 2, 4, 5 and 10 times a power of ten, so that the scale's steps are plain numbers."""
    step = 1e-3
    while step * 10 < most:
        step *= 10
    return next((step * times for times in (1, 2, 4, 5, 10) if step * times >= most), step)


def grid(top: float) -> Iterator[str]:
    for line in range(GRID + 1):
        y = ground() - line / GRID * (ground() - TOP)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{top * line / GRID:.3g}</text>'


def drawn(column: Column, number: int, count: int, top: float) -> str:
    room = (WIDTH - LEFT) / count
    width = min(room * 0.7, WIDEST)
    middle = LEFT + (number + 0.5) * room
    y, body = float(ground()), []
    for name, value in column.parts:
        height = value / top * (ground() - TOP)
        y -= height
        body.append(
            f'<rect class="{name}" x="{middle - width / 2:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        )
    texts = (
        (y - 5, f"{column.height:.1f}", "value"),
        (ground() + 16, column.label, ""),
        (ground() + 31, column.below, ""),
    )
    body += [
        f'<text class="{kind}" x="{middle:.1f}" y="{at:.1f}" text-anchor="middle">{escape(text)}</text>'
        for at, text, kind in texts
    ]
    return f"<g><title>{escape(column.told)}</title>{''.join(body)}</g>"


def ground() -> int:
    return HEIGHT - BOTTOM
