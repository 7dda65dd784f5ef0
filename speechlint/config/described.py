"""What every key of a configuration means: shown by editors, from the JSON Schema, and on the reference page."""

from __future__ import annotations

from collections.abc import Mapping

from speechlint.messages import Language

Texts = Mapping[Language, str]

DESCRIPTIONS: Mapping[str, Texts] = {
    "extend": {
        "zh": "沿用另一份或几份配置，本文件只写不同之处；路径从本文件算起",
        "en": "one or more files to start from; paths count from this file",
    },
    "select": {
        "zh": "只用这些规则：类别、规则名或 ALL；不写则用默认启用的规则",
        "en": "only these rules: families, ids or ALL; the enabled ones when not given",
    },
    "ignore": {"zh": "停用的规则或类别", "en": "rules and families to leave out"},
    "extend-select": {"zh": "另外启用的规则或类别", "en": "rules and families to add"},
    "extend-ignore": {"zh": "另外停用的规则或类别", "en": "more rules and families to leave out"},
    "per-file-ignores": {
        "zh": "对某些文件停用的规则：键是路径（写法同 .gitignore），值是规则或类别",
        "en": "rules left out for some files: the key is a path written as in .gitignore",
    },
    "min-severity": {"zh": "从哪一级起列出", "en": "the lowest severity reported"},
    "fail-on": {"zh": "有这一级或更重的问题就以 1 退出", "en": "the lowest severity that makes the exit code 1"},
    "exclude": {"zh": "不检查的路径，写法同 .gitignore", "en": "paths that are not checked, written as in .gitignore"},
    "extend-exclude": {"zh": "另外不检查的路径", "en": "more paths that are not checked"},
    "respect-gitignore": {"zh": "是否跳过 .gitignore 所列", "en": "whether to leave out what .gitignore lists"},
    "force-exclude": {
        "zh": "命令行上点名的文件也受 exclude 约束（pre-commit 用得着）",
        "en": "whether excludes hold for files named outright too, as pre-commit names them",
    },
    "encoding": {
        "zh": "文本文件的编码，不写则自动判断",
        "en": "the encoding of text files; detected when not given",
    },
    "lang": {"zh": "提示语的语言", "en": "the language of messages"},
    "output-format": {
        "zh": "报告格式，可写几种，可用“格式=文件”写到文件",
        "en": "report formats, each to the output or, as FORMAT=FILE, to a file",
    },
    "max-per-rule": {
        "zh": "终端上每个文件每条规则最多列出几处，0 为全部",
        "en": "how many findings of one rule in one file a terminal shows; 0 for all",
    },
    "rule-folders": {
        "zh": '本单位自己的规则所在的文件夹；也可写作 rules = ["文件夹"]',
        "en": 'folders of your own rules; rules = ["folder"] says the same',
    },
    "words": {
        "zh": "词表文件，一行一个词，其中的词不会当成错别字；.speechlint/words.txt 自动读入",
        "en": "word lists, one word a line, that are never typos; .speechlint/words.txt is always read",
    },
    "corrector": {
        "zh": "自备的 BERT 类纠错模型（.onnx，词表在旁边），也用来找疑似别字，同时启用 typo/improbable-word",
        "en": "a BERT-type corrector of your own (.onnx, its vocabulary beside it) that looks for improbable words "
        "too; it turns typo/improbable-word on",
    },
    "baseline": {"zh": "基线文件，只报其中没有的问题", "en": "the baseline; only what it does not hold is reported"},
    "jobs": {"zh": "用几个进程，0 为自动", "en": "how many processes; 0 decides by the number of files"},
    "rules": {"zh": "对单条规则的设置，以规则名为键", "en": "settings of single rules, by id"},
    "profiles": {
        "zh": "按文种的设置，以名称为键，paths 写明适用哪些文件",
        "en": "named settings, for the files of paths",
    },
    "overrides": {
        "zh": "按路径的设置，以路径（写法同 .gitignore）为键",
        "en": "settings for the files of one .gitignore-style pattern",
    },
    "enabled": {"zh": "启用或停用这条规则", "en": "whether the rule runs"},
    "severity": {"zh": "这条规则的级别", "en": "the severity of the rule"},
    "options": {
        "zh": "这条规则的检查方式的选项，见“检查方式”一页",
        "en": "options of the rule's kind of check",
    },
    "paths": {"zh": "适用哪些文件，写法同 .gitignore", "en": "the files meant, as .gitignore-style patterns"},
}
