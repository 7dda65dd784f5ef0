"""A wrong option or argument: told in Chinese, in click's English where English is asked for."""

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("check --lan zh", "没有选项“--lan”（是不是“--lang”？）"),
        ("check --zzz", "没有选项“--zzz”"),
        ("check --lang fr", "“--lang”的值不对：只能是 zh、en"),
        ("check --lang", "选项“--lang”后面要写值"),
        ("check -j x", "“--jobs”的值不对：应为数，最小 0"),
        ("serve --port 70000", "“--port”的值不对：应为 0 到 65535 的数"),
        ("serve --time-limit 0", "“--time-limit”的值不对：应为大于 0 的数"),
        ("fix", "缺少“PATHS”"),
        ("rule", "缺少“ID”"),
        ("test nowhere", "“FOLDER”的值不对：路径不存在，请检查文件名或所在文件夹"),
        ("review a.docx b.docx", "多写了“b.docx”"),
        ("test pyproject.toml", "“FOLDER”的值不对：这不是文件夹"),
        ("check --baseline tests", "“--baseline”的值不对：这是文件夹，不是文件"),
        ("baseline update", "没有“update”这个用法，只有 prune、show、write"),
        ("check - --fix", "-: 标准输入只能检查（speechlint check -），要修改或审阅请先存成文件"),
        ("check --add-ignore -", "-: 标准输入只能检查（speechlint check -），要修改或审阅请先存成文件"),
        ("fix -", "-: 标准输入只能检查（speechlint check -），要修改或审阅请先存成文件"),
        ("review -", "-: 标准输入只能检查（speechlint check -），要修改或审阅请先存成文件"),
        ("outline -", "-: 标准输入只能检查（speechlint check -），要修改或审阅请先存成文件"),
        ("timeline -", "-: 标准输入只能检查（speechlint check -），要修改或审阅请先存成文件"),
        ("completion tcsh", "“SHELL”的值不对：只能是 bash、zsh、fish"),
    ],
)
def test_what_is_wrong_is_told_in_chinese(words: str, told: str) -> None:
    result = run(*words.split())
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == told


def test_the_usage_and_the_way_to_the_help_come_first() -> None:
    command, *_ = run("fix").stderr.splitlines()
    assert command.startswith("用法：")
    assert "用法详见 cli fix --help" in run("fix").stderr


@pytest.mark.parametrize("words", [("check", "--lang", "en", "--lan"), ("check", "--lang=en", "--lan")])
def test_who_asks_for_english_gets_clicks(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "No such option" in result.stderr
