"""What speechlint says apart from its rules: one table, Chinese and English."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]


class Problem(Exception):
    """Something that could not be done; `key` names a row of MESSAGES, `fields` fill it.

    Two fields are common to all: `at` ("rules/typo/x.yaml:7") comes before the message, `near` (the known name
    closest to a misspelt one) after it.
    """

    def __init__(self, key: str, /, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields

    def say(self, language: Language) -> str:
        at, near = self.fields.get("at"), self.fields.get("near")
        text = say(self.key, language, **self.fields)
        hint = say("did-you-mean", language, near=near) if near else ""
        return f"{at}: {text}{hint}" if at else text + hint

    def __str__(self) -> str:
        return self.say("en")


MESSAGES: dict[str, dict[Language, str]] = {
    # files that cannot be read
    "no-such-path": {
        "zh": "路径不存在，请检查文件名或所在文件夹",
        "en": "no such file or folder; check the name",
    },
    "unreadable": {
        "zh": "文件打不开（{reason}），请检查权限或是否被其他程序占用",
        "en": "cannot be opened ({reason}); check its permissions",
    },
    "unsupported": {
        "zh": "不支持“{suffix}”文件，请另存为 .docx、.txt 或 .md 再检查",
        "en": "“{suffix}” files are not supported; save it as .docx, .txt or .md",
    },
    "nothing-to-check": {
        "zh": "没有找到可检查的文件（支持 {suffixes}）",
        "en": "no file to check was found ({suffixes})",
    },
    "undecodable": {
        "zh": "编码损坏或无法识别，请用记事本另存为 UTF-8，或用 --encoding 指定编码",
        "en": "damaged or unknown encoding; save it as UTF-8 or name the encoding with --encoding",
    },
    "wrong-encoding": {
        "zh": "按 {encoding} 解码失败，请去掉 --encoding 或换一种编码",
        "en": "cannot be decoded as {encoding}; leave out --encoding or name another one",
    },
    "binary": {
        "zh": "这不是文本文件，请检查是否改错了扩展名",
        "en": "this is not a text file; check its suffix",
    },
    "too-large": {
        "zh": "文件过大（超过 {limit} MiB），请拆分后再检查",
        "en": "larger than {limit} MiB; split it first",
    },
    # names the user gave
    "did-you-mean": {"zh": "（是不是“{near}”？）", "en": " (did you mean “{near}”?)"},
    "unknown-rule": {"zh": "没有名为“{name}”的规则或类别", "en": "no rule or family “{name}”"},
    # rule files and tables
    "not-yaml": {"zh": "YAML 语法错误：{reason}", "en": "not valid YAML: {reason}"},
    "not-a-mapping": {"zh": "规则文件应由“键: 值”组成", "en": "a rule file is a mapping of keys"},
    "repeated-key": {"zh": "键“{key}”在第 {line} 行已经写过", "en": "key “{key}” stands already in line {line}"},
    "missing-key": {"zh": "缺少键“{key}”", "en": "key “{key}” is missing"},
    "unknown-key": {"zh": "不认识的键“{key}”", "en": "unknown key “{key}”"},
    "unknown-option": {
        "zh": "检查方式“{kind}”没有键“{key}”",
        "en": "unknown key “{key}” for check “{kind}”",
    },
    "missing-option": {"zh": "检查方式“{kind}”缺少键“{key}”", "en": "check “{kind}” needs the key “{key}”"},
    "no-family": {"zh": "没有类别“{family}”", "en": "no family “{family}”"},
    "one-kind": {
        "zh": "一条规则只写一种检查方式，这里写了 {count} 种",
        "en": "a rule names one kind of check, this one names {count}",
    },
    "wrong-type": {
        "zh": "“{key}”应为 {wanted}，写成了 {given}",
        "en": "“{key}” is {wanted}, not {given}",
    },
    "not-allowed": {"zh": "“{key}”只能是 {allowed}", "en": "“{key}” is one of {allowed}"},
    "broken-regex": {"zh": "“{key}”的正则表达式有误：{reason}", "en": "broken regex in “{key}”: {reason}"},
    "two-languages": {"zh": "“{key}”须有 zh 和 en 两种文字", "en": "“{key}” has the keys zh and en"},
    "unknown-field": {"zh": "“{key}”里没有可填的 {{{field}}}", "en": "“{key}” has no field {{{field}}} to fill"},
    "empty-table": {"zh": "表是空的", "en": "an empty table"},
    "ragged-row": {"zh": "有 {cells} 格，表头只有 {columns} 列", "en": "{cells} cells under {columns} columns"},
    "repeated-row": {"zh": "“{cell}”在第 {line} 行已经写过", "en": "“{cell}” stands already in line {line}"},
    # summary
    "clean": {"zh": "检查了 {files} 个文件，没有发现问题", "en": "checked {files} files, nothing found"},
}


def say(key: str, language: Language, /, **fields: object) -> str:
    return MESSAGES[key][language].format(**fields)
