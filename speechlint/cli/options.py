"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from speechlint.cli.delivery import FORMATS
from speechlint.model import Severity

Command = TypeVar("Command", bound=Callable[..., object])

SEVERITIES = click.Choice([str(severity) for severity in Severity])


def split(context: click.Context, option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Names separated by commas; the option may also be repeated."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def names(flag: str, text: str) -> Callable[[Command], Command]:
    return click.option(flag, multiple=True, callback=split, metavar="NAME,…", help=text)


def all_of(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """One decorator that adds the options in the order they are written."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


language = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="提示语的语言。")
color = click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="是否着色。")

selection = all_of(
    names("--select", "只用这些规则或类别，ALL 为全部。"),
    names("--ignore", "停用的规则或类别，如 wording 或 typo/variant。"),
    names("--extend-select", "另外启用的规则或类别。"),
    names("--extend-ignore", "另外停用的规则或类别。"),
    click.option(
        "--per-file-ignores",
        multiple=True,
        callback=split,
        metavar="PATTERN:NAME,…",
        help="对某些文件停用的规则或类别，路径写法同 .gitignore。",
    ),
)
corrector = click.option(
    "--corrector",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="自备的纠错模型（.onnx，词表在旁边），用来多找疑似别字；提示级，要 --min-severity info 才列出。",
)
configuration_file = all_of(
    click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="用这个配置文件，不自动向上寻找。",
    ),
    click.option("--isolated", is_flag=True, help="不读任何配置文件、词表和插件。"),
)
configuration = all_of(
    configuration_file,
    click.option("--show-settings", is_flag=True, help="只显示生效的配置及其出处。"),
)
output = all_of(
    click.option(
        "--output-format",
        "formats",
        multiple=True,
        default=("text",),
        metavar="FORMAT[=FILE]",
        help=f"报告格式：{'、'.join(FORMATS)}；可重复。",
    ),
    click.option("--output-file", "-o", type=click.Path(path_type=Path, dir_okay=False), help="把报告写入文件。"),
    click.option("--statistics", is_flag=True, help="只按规则计数。"),
    click.option(
        "--max-per-rule",
        type=click.IntRange(0),
        default=3,
        show_default=True,
        metavar="N",
        help="终端上每个文件每条规则最多列出几处，0 为全部。",
    ),
    color,
)
repair = all_of(
    names("--fixable", "只改这些规则或类别。"),
    names("--unfixable", "不改这些规则或类别。"),
    click.option("--unsafe-fixes", is_flag=True, help="连同需要人工过目的修改一并执行。"),
    click.option("--diff", is_flag=True, help="只显示会怎么改，不改文件。"),
)
gate = all_of(
    click.option(
        "--fail-on", type=SEVERITIES, default="warning", show_default=True, help="有这一级或更重的问题就以 1 退出。"
    ),
    click.option("--exit-zero", is_flag=True, help="有问题也以 0 退出；有文件读不了仍为 2。"),
)
scope = all_of(
    click.option("--min-severity", type=SEVERITIES, default="warning", show_default=True, help="从哪一级起列出。"),
    names("--exclude", "不检查的路径，写法同 .gitignore。"),
    names("--extend-exclude", "另外不检查的路径。"),
    click.option("--force-exclude", is_flag=True, help="点名的文件也受 --exclude 约束。"),
    click.option("--respect-gitignore/--no-respect-gitignore", default=True, help="是否跳过 .gitignore 所列。"),
    click.option("--encoding", help="文本文件的编码，不写则自动判断。"),
    corrector,
    click.option("--stdin-filename", default="-", help="标准输入当作哪个文件，不写则当作 .txt。"),
    click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help="用几个进程，0 为自动。"),
    click.option("--no-cache", is_flag=True, help="不用上次留下的检查结果。"),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="SPEECHLINT_CACHE_DIR",
        help="缓存放在哪个文件夹。",
    ),
    click.option("--quiet", "-q", is_flag=True, help="不显示总计和进度。"),
    click.option("--no-progress", is_flag=True, help="不显示进度条。"),
)
limits = all_of(
    click.option(
        "--similarity", type=click.FloatRange(0.3, 1), default=0.7, show_default=True, help="雷同从几成算起。"
    ),
    click.option("--template", type=click.FloatRange(0.3, 1), default=0.8, show_default=True, help="套稿从几成算起。"),
    click.option(
        "--shared", type=click.IntRange(1), default=3, show_default=True, help="一句话在多于几篇里出现才列出。"
    ),
)
files = all_of(
    scope,
    click.option("--verbose", "-v", is_flag=True, help="每个文件写一行：格式、编码、字数、规则数、配置。"),
    click.option("--show-files", is_flag=True, help="只列出会检查哪些文件。"),
)
