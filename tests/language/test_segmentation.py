"""Words of a sentence, by either segmenter."""

import subprocess
import sys
from pathlib import Path

import pytest

from speechlint.language import words
from speechlint.language.words import Words
from speechlint.model import Span


@pytest.fixture(params=["rjieba", "jieba"])
def _segmenter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "jieba":
        cut = words.jieba_segmenter()
        monkeypatch.setattr(words, "segmenter", lambda: cut)


@pytest.mark.usefixtures("_segmenter")
def test_a_span_is_cut_where_a_word_runs_out_of_it() -> None:
    sentence = Words("有效预防犯罪活动", 10)
    assert sentence.cuts(Span(13, 15))
    assert not sentence.cuts(Span(10, 12))
    assert sentence.breaks_at(12)
    assert sentence.at(10) == Span(10, 12)


def test_a_clean_line_loads_no_segmenter(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("今天的会议开得很好。\n", encoding="utf-8")
    code = (
        "import sys; from speechlint.__main__ import main\n"
        f"sys.argv = ['speechlint', 'check', '--exit-zero', {str(draft)!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('jieba', 'rjieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
