"""Progress of a long run: a bar where it is seen, lines where it is kept, nothing when that is asked."""

import sys

import pytest

pytest.importorskip("fsspec")

from speechlint.cli.progress import telling
from speechlint.corpus.progress import Progress


class Terminal:
    """An error stream that is a terminal, and what was written to it."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


def half_done() -> Progress:
    now = [0.0]
    progress = Progress(1_000, before=100, clock=lambda: now[0])
    now[0] = 20.0
    progress.add(400)
    return progress


def test_a_terminal_shows_a_bar_with_share_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    with telling("zh") as told:
        told(half_done())
    assert "━" in terminal.written
    assert "50%" in terminal.written
    assert "已检查 500/1,000 篇，每秒 20 篇，还需 0:00:25" in terminal.written


def test_elsewhere_the_end_alone_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    progress = half_done()
    with telling("en") as told:
        told(progress)
        assert capsys.readouterr().err == ""
        progress.add(500)
        told(progress)
    assert capsys.readouterr().err == "checked 1,000 of 1,000 drafts, 45 per second, 0:00:00 to go\n"


def test_silence_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with telling("zh", silent=True) as told:
        told(half_done())
    assert capsys.readouterr().err == ""
