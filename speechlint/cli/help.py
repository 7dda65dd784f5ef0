"""The frame of `--help` in Chinese, as the help texts themselves are; click knows only its English."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

HEADINGS = {"Options": "选项", "Commands": "命令"}
TEXTS = {
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本。",
}
DEFAULT = re.compile(r"\[default: ([^;\]]+)(?:; [^\]]+)?\]")
RANGE = re.compile(r"\s*\[[^\]]*x[<>][^\]]*\]")


class ChineseHelp(click.HelpFormatter):
    """Click's formatter with Chinese headings, defaults and its own two options; ranges are left to the messages."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, in_chinese(text)) for name, text in rows], col_max, col_spacing)


def in_chinese(text: str) -> str:
    return RANGE.sub("", DEFAULT.sub(r"[默认 \1]", TEXTS.get(text, text)))
