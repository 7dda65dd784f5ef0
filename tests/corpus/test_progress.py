"""Progress: the rate of this run, and when it ends at that rate."""

import pytest

pytest.importorskip("fsspec")

from speechlint.corpus.progress import Progress


def test_the_rate_counts_this_run_alone_and_the_end_what_is_left() -> None:
    now = [100.0]
    progress = Progress(1_000, before=400, clock=lambda: now[0])
    assert progress.left is None
    assert progress.line("zh") == "已检查 400/1,000 篇，每秒 0 篇，还需 ?"
    now[0] += 20
    progress.add(200)
    assert progress.rate == 10
    assert progress.left == 40
    assert progress.line("zh") == "已检查 600/1,000 篇，每秒 10 篇，还需 0:00:40"
