"""Words of a sentence, by any segmenter."""

import subprocess
import sys
from pathlib import Path

import pytest

from speechlint.language import words
from speechlint.language.words import Words
from speechlint.model import Span

SEGMENTERS = {"sparing": words.segmenter, "rjieba": words.loaded_segmenter, "jieba": words.jieba_segmenter}


@pytest.fixture(params=SEGMENTERS)
def _segmenter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    cut = SEGMENTERS[request.param]()
    monkeypatch.setattr(words, "segmenter", lambda: cut)


@pytest.mark.usefixtures("_segmenter")
def test_a_span_is_cut_where_a_word_runs_out_of_it() -> None:
    sentence = Words("有效预防犯罪活动", 10)
    assert sentence.cuts(Span(13, 15))
    assert not sentence.cuts(Span(10, 12))
    assert sentence.breaks_at(12)
    assert sentence.at(10) == Span(10, 12)


def test_a_loaded_segmenter_takes_over_when_much_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "WORTH_LOADING", 10)
    cut = words.sparing(list, lambda: lambda text: ["loaded", text])
    assert [list(cut(text)) for text in ("预防犯罪", "有效活动", "预防犯罪")] == [
        ["预", "防", "犯", "罪"],
        ["有", "效", "活", "动"],
        ["loaded", "预防犯罪"],
    ]


@pytest.mark.parametrize("line", ["今天的会议开得很好。", "发展中国家国家很多，组织组织都要抓落实落实。"])
def test_few_sentences_load_no_segmenter(line: str, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(f"{line}\n", encoding="utf-8")
    code = (
        "import sys; from speechlint.__main__ import main\n"
        f"sys.argv = ['speechlint', 'check', '--exit-zero', {str(draft)!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('jieba', 'rjieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
