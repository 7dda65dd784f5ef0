"""Write the reference pages from the code: commands, configuration, kinds of check. `--check` only looks if needed."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import click

from speechlint.checks.kinds import KINDS, Kind
from speechlint.cli import COMMANDS, cli
from speechlint.config.described import DESCRIPTIONS
from speechlint.config.fit import keys_of
from speechlint.config.settings import Config, Override, Profile, RuleSettings
from speechlint.messages import Language
from speechlint.rule_file import load_rules
from speechlint.tables import Table

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MADE = {
    "zh": "<!-- 由 tools/reference_pages.py 生成 -->",
    "en": "<!-- made by tools/reference_pages.py -->",
}
TITLES: dict[str, dict[Language, str]] = {
    "commands": {"zh": "命令参考", "en": "Commands"},
    "configuration": {"zh": "配置参考", "en": "Configuration"},
    "kinds": {"zh": "检查方式"},
}
INTRODUCTIONS: dict[str, dict[Language, str]] = {
    "commands": {
        "zh": "不写命令就是 `check`：`speechlint 讲话稿.docx` 等于 `speechlint check 讲话稿.docx`。"
        "退出码：0 没有达到 `--fail-on` 的问题，1 有，2 有事情没办成（选项或配置写错、文件读不了）。",
        "en": "Without a command `check` is meant: `speechlint draft.docx` is `speechlint check draft.docx`. Exit "
        "codes: 0 nothing at or above `--fail-on`, 1 findings, 2 something could not be done (a wrong option or "
        "configuration, a file that cannot be read).",
    },
    "configuration": {
        "zh": "配置写在 `speechlint.toml`、`.speechlint.toml`，或 `pyproject.toml` 的 `[tool.speechlint]` 里，"
        "从文稿所在文件夹往上，最近的一份起作用。命令行上写了的，以命令行为准。`speechlint init` 写一份带说明的，"
        "`speechlint config` 显示实际生效的设置和出处。不认识的键和规则名会报错，并提示相近的写法。",
        "en": "Settings stand in `speechlint.toml`, `.speechlint.toml` or `[tool.speechlint]` of `pyproject.toml`; the "
        "nearest one upward from a draft governs it, and the command line beats it. `speechlint init` writes a "
        "commented one, `speechlint config` shows what is in force and where it was set. An unknown key or rule "
        "is an error that names the nearest known one.",
    },
    "kinds": {
        "zh": "一条规则选一种检查方式，选项写在它下面。各条说明取自程序本身，是英文；“例”是用它的自带规则，"
        "照着写最快。最常用的是 `pattern`（正则表达式）和 `swap`（对照表）。",
    },
}
COLUMNS: dict[str, dict[Language, str]] = {
    "option": {"zh": "选项", "en": "Option"},
    "default": {"zh": "默认", "en": "Default"},
    "meaning": {"zh": "说明", "en": "Meaning"},
    "key": {"zh": "键", "en": "Key"},
    "type": {"zh": "类型", "en": "Type"},
    "required": {"zh": "必填", "en": "required"},
}
TABLES: tuple[tuple[str, type], ...] = (
    ("", Config),
    ('[rules."typo/misspelling"]', RuleSettings),
    ('[overrides."附件/**"]', Override),
    ('[profiles."公文"]', Profile),
)


def translations() -> Mapping[str, str]:
    """The English of every Chinese help text."""
    rows = (ROOT / "tools" / "help_texts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(row.split("\t") for row in rows)


ENGLISH = translations()


def told(text: str | None, language: Language) -> str:
    """A help text in a language; one without English stops the tool."""
    if not text:
        raise SystemExit("an option or a command has no help text")
    if language == "en" and text not in ENGLISH:
        raise SystemExit(f"tools/help_texts.tsv lacks the English of: {text}")
    return ENGLISH[text] if language == "en" else text


def headed(name: str, language: Language) -> list[str]:
    return [MADE[language], "", f"# {TITLES[name][language]}", "", INTRODUCTIONS[name][language], ""]


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def header(language: Language, *names: str) -> list[str]:
    return [row(*(COLUMNS[name][language] for name in names)), row(*("---" for _ in names))]


def commands(language: Language) -> Iterator[str]:
    yield from headed("commands", language)
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        yield from command_lines(f"speechlint {name}", command, language)
        for sub, inner in getattr(command, "commands", {}).items():
            yield from command_lines(f"speechlint {name} {sub}", inner, language)


def command_lines(path: str, command: click.Command, language: Language) -> Iterator[str]:
    usage = " ".join(part for part in command.collect_usage_pieces(click.Context(command)))
    yield from (f"## {path}", "", told(command.help, language), "", "```text", f"{path} {usage}", "```", "")
    options = [option for option in command.params if isinstance(option, click.Option) and option.name != "help"]
    if options:
        yield from header(language, "option", "default", "meaning")
        for option in options:
            yield row(f"`{flags(option)}`", default_of(option), told(option.help, language))
        yield ""


def flags(option: click.Option) -> str:
    names = "/".join((*sorted(option.opts, key=len), *option.secondary_opts))
    takes = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
    if isinstance(option.type, click.Choice):
        takes = f" {'|'.join(map(str, option.type.choices))}"
    return names + takes


def default_of(option: click.Option) -> str:
    value = option.to_info_dict()["default"]
    if option.is_flag or value in (None, ()) or not isinstance(value, str | int | float | tuple):
        return ""
    return f"`{', '.join(value) if isinstance(value, tuple) else value}`"


def configuration(language: Language) -> Iterator[str]:
    yield from headed("configuration", language)
    for heading, table in TABLES:
        if heading:
            yield from (f"## `{heading}`", "")
        yield from header(language, "key", "type", "default", "meaning")
        if table is Config:
            yield row("`extend`", "string[]", "", DESCRIPTIONS["extend"][language])
        defaults = table()._asdict()
        for key, annotation in keys_of(table).items():
            yield row(
                f"`{key}`", type_of(annotation), shown(defaults[key.replace("-", "_")]), DESCRIPTIONS[key][language]
            )
        yield ""


def shown(default: object) -> str:
    if default in (None, (), {}):
        return ""
    text = str(default).lower() if isinstance(default, bool) else str(default)
    return f"`{', '.join(default) if isinstance(default, tuple) else text}`"


def type_of(annotation: object) -> str:
    """An annotation in the words of TOML."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        return type_of(next(a for a in arguments if a is not type(None)))
    if origin is Annotated:
        return type_of(arguments[0])
    if origin is Literal:
        return " · ".join(f"`{argument}`" for argument in arguments)
    if origin is tuple:
        return f"{type_of(arguments[0])}[]"
    if origin is Mapping and arguments[1] in (tuple[str, ...], str):
        return f"table of {type_of(arguments[1])}"
    if origin is Mapping or annotation is object:
        return "table" if origin is Mapping else "any"
    if origin is re.Pattern:
        return "regex"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return " · ".join(f"`{member}`" for member in annotation)
    if annotation is Table:
        return ".tsv"
    return {str: "string", bool: "boolean", int: "integer", float: "number", Path: "path"}[annotation]  # type: ignore[index]


def kinds() -> Iterator[str]:
    yield from headed("kinds", "zh")
    used: dict[str, list[str]] = {}
    for rule in load_rules():
        used.setdefault(rule.kind, []).append(rule.id)
    for name, kind in sorted(KINDS.items()):
        if name != "suppression":
            yield from kind_lines(kind, used.get(name, []))


def kind_lines(kind: Kind, rules: list[str]) -> Iterator[str]:
    text = inspect.cleandoc(kind.function.__doc__ or "").replace("<", "&lt;")
    yield from (f"## {kind.name}", "", *text.splitlines(), "")
    if kind.options:
        yield from header("zh", "option", "type", "default")
        for name, option in kind.options.items():
            required = option.default is option.empty
            default = COLUMNS["required"]["zh"] if required else f"`{option.default!r}`"
            yield row(f"`{name}`", type_of(kind.types[name]), default if required or option.default else "")
        yield ""
    if rules:
        links = [f"[{rule}](../rules/{rule}.md)" for rule in rules[:3]]
        yield from (f"例：{'、'.join(links)}", "")


def pages() -> dict[Path, str]:
    """Every page by its path."""
    made = {
        DOCS / "reference" / "commands.md": commands("zh"),
        DOCS / "reference" / "configuration.md": configuration("zh"),
        DOCS / "reference" / "kinds.md": kinds(),
        DOCS / "en" / "commands.md": commands("en"),
        DOCS / "en" / "configuration.md": configuration("en"),
    }
    return {path: "\n".join(lines) for path, lines in made.items()}


def main(arguments: list[str]) -> int:
    made = pages()
    stale = [path for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date; run python tools/reference_pages.py")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    print(f"{len(stale)} of {len(made)} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
