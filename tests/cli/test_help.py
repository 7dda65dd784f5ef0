"""The help of every command: framed in Chinese as its texts are."""

import re

import pytest
from click.testing import CliRunner

from speechlint.cli import COMMANDS, cli

CLICKS_ENGLISH = re.compile(r"Usage|Options|Commands:|Show th|\[default|x>=")


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS), ["baseline", "write"]], ids=" ".join)
def test_help_is_framed_in_chinese(words: list[str]) -> None:
    shown = CliRunner().invoke(cli, [*words, "--help"]).output
    assert shown.startswith("用法：")
    assert "显示本说明。" in shown
    assert not CLICKS_ENGLISH.search(shown)


def test_a_default_is_told_and_a_range_is_not() -> None:
    shown = CliRunner().invoke(cli, ["compare", "--help"]).output
    assert "[默认 0.7]" in shown
    assert "<=" not in shown
