"""Draw what the READMEs show: the terminal's report as SVG, the html report as PNG. `--check` only looks at the SVG.

The SVG names fonts a machine may have and fetches none. The PNG needs Chromium, and its pixels are this machine's own.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from speechlint.config.workspace import Request, Workspace
from speechlint.discovery import Found
from speechlint.reports import REPORTS
from speechlint.reports.counts import closing_line
from speechlint.reports.terminal import terminal
from speechlint.session import Checked, check_file

ROOT = Path(__file__).parent.parent
DRAFT = ROOT / "fixtures" / "screenshot" / "防汛讲话.txt"
SVG = ROOT / "docs" / "images" / "terminal.svg"
PNG = ROOT / "docs" / "images" / "report.png"
WIDTH = 100
CELL = 12.2  # rich's own width of a character, in the units of its SVG
WIDE_SIZE = 22.5  # a Chinese character fills its two cells nearly
# The first one with Latin letters only, so that quotation marks come out as narrow as a terminal shows them.
FONTS = 'Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", monospace'
CHANGES = (
    (re.compile(r"\s*@font-face \{\{.*?\n    \}\}", re.DOTALL), ""),
    (re.compile(r"\s*font-variant-east-asian: full-width;"), ""),
    (re.compile("Fira Code, monospace"), FONTS),
    (re.compile("arial"), "sans-serif"),
)
TEXT = re.compile(
    r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+" (clip-path="[^"]+")>([^<]*)</text>'
)


def checked() -> Checked:
    """The draft's findings, under the file's bare name wherever it lies."""
    found = check_file(Found(DRAFT), Workspace(Request(isolated=True)).for_path(DRAFT))
    return Checked(DRAFT.name, found.document, found.findings)


def svg(outcome: Checked) -> str:
    """The report as a terminal shows it."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.assemble(("$ ", "bold green"), f"speechlint {outcome.path}"))
    for line in terminal(outcome, "zh", width=WIDTH, per_rule=3):
        console.print(line, soft_wrap=True)
    console.print(Text(closing_line([outcome], "zh").replace("；", "\n"), "bold"))
    template = CONSOLE_SVG_FORMAT
    for pattern, better in CHANGES:
        template = pattern.sub(better, template)
    drawn = console.export_svg(title="speechlint", code_format=template, unique_id="speechlint")
    return "".join(f"{line.rstrip()}\n" for line in TEXT.sub(placed, drawn).splitlines() if line.strip())


def placed(found: re.Match[str]) -> str:
    """A text cut where narrow and wide characters meet, each piece in its cells: fonts differ in how wide they are."""
    style, x, y, clip, text = found.groups()
    drawn: list[str] = []
    for at, cells, piece in pieces(html.unescape(text)):
        if piece.strip("\n \xa0"):
            size = f' font-size="{WIDE_SIZE}"' if cells > len(piece) else ""
            place = f'x="{float(x) + at * CELL:.1f}" y="{y}" textLength="{cells * CELL:.1f}"'
            shown = html.escape(piece).replace("\xa0", "&#160;")
            drawn.append(f'<text class="{style}"{size} {place} {clip}>{shown}</text>')
    return "".join(drawn)


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of characters of one width, with the cell each starts at and the cells it fills."""
    at = 0
    for _, run in groupby(text.rstrip("\n"), cell_len):
        piece = "".join(run)
        yield at, cell_len(piece), piece
        at += cell_len(piece)


def draw_page(outcome: Checked) -> None:
    """The html report, photographed."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is needed to photograph the html report")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text("\n".join(REPORTS["html"]([outcome], "zh")), encoding="utf-8")
        options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,860")
        subprocess.run([chromium, *options, f"--screenshot={PNG}", page.as_uri()], check=True, capture_output=True)


def main(arguments: list[str]) -> int:
    outcome = checked()
    drawn = svg(outcome)
    if "--check" in arguments:
        stale = not SVG.is_file() or SVG.read_text(encoding="utf-8") != drawn or not PNG.is_file()
        if stale:
            print(f"{SVG.relative_to(ROOT)} is out of date; run python tools/screenshots.py")
        return int(stale)
    SVG.parent.mkdir(parents=True, exist_ok=True)
    SVG.write_text(drawn, encoding="utf-8")
    draw_page(outcome)
    print(f"drew {SVG.relative_to(ROOT)} and {PNG.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
