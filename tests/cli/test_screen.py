"""Neither a draft nor its name can move the cursor, change colours or forge a line of a report."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from terminals import shown

if sys.platform == "win32":
    pytest.skip("file names of control characters need a Unix", allow_module_level=True)

TITLE, BELL = "\x1b]0;title\x07", "\x07"
NAME = f"稿{TITLE}\n子.txt"
DRAFT = f"在全县{BELL}会议上的讲话\n\n一、认清{BELL}形势\n\n2022年{TITLE}全力打造避署胜地。\n\n三、抓好落实\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(DRAFT, encoding="utf-8")
    (tmp_path / f"坏{TITLE}.docx").write_text("x")
    return tmp_path


def seen(office: Path, *arguments: str) -> str:
    """What a terminal gets from a run, both streams."""
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    return shown([sys.executable, "-m", "speechlint", *arguments], office, env)[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "."),
        ("check", "--verbose", "."),
        ("check", "--output-format", "text", "--color", "always", "."),
        ("outline", NAME),
        ("timeline", NAME),
        ("fix", "--diff", NAME),
        ("fix", NAME),
    ],
    ids=lambda arguments: " ".join(arguments[:2]) if isinstance(arguments, tuple) else None,
)
def test_control_characters_never_reach_a_terminal(office: Path, arguments: tuple[str, ...]) -> None:
    shown = seen(office, *arguments)
    assert "title" in shown or "形势" in shown
    assert BELL not in shown
    assert TITLE[:3] not in shown


def test_a_name_cannot_forge_a_line_for_programs(office: Path) -> None:
    command = [sys.executable, "-m", "speechlint", "check", "--select", "typo/misspelling", NAME]
    lines = subprocess.run(command, cwd=office, capture_output=True, text=True, encoding="utf-8").stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("“避署”应为“避暑”")
