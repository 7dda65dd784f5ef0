"""A rich console for people; apart from `console`, because rich costs more to load than most runs take."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from speechlint.reports.visible import visible


class Screen(Console):
    """A console that lets no control character of a draft or a name through to the terminal."""

    def __init__(self, *, colored: bool, width: int | None = None) -> None:
        super().__init__(
            force_terminal=colored, no_color=not colored, highlight=False, soft_wrap=True, markup=False, width=width
        )

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=visible_lines(segment.text))


def visible_lines(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))
