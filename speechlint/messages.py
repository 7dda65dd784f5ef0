"""What speechlint says apart from its rules: one table, Chinese and English."""

from __future__ import annotations

from collections.abc import Callable
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

    def __reduce__(self) -> tuple[Callable[[str, dict[str, object]], Problem], tuple[str, dict[str, object]]]:
        """So that a worker process can send it home; what fills it is only ever shown, so its text will do."""
        simple: dict[str, object] = {
            name: value if isinstance(value, int | str) else str(value) for name, value in self.fields.items()
        }
        return recalled, (self.key, simple)

    def say(self, language: Language) -> str:
        at, near = self.fields.get("at"), self.fields.get("near")
        text = say(self.key, language, **self.fields)
        hint = say("did-you-mean", language, near=near) if near else ""
        return f"{at}: {text}{hint}" if at else text + hint

    def __str__(self) -> str:
        return self.say("en")


def recalled(key: str, fields: dict[str, object]) -> Problem:
    return Problem(key, **fields)


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
        "zh": "编码损坏或无法识别（第 {line} 行起），请用记事本另存为 UTF-8，或用 --encoding 指定编码",
        "en": "damaged or unknown encoding (from line {line} on); save it as UTF-8 or name it with --encoding",
    },
    "wrong-encoding": {
        "zh": "按 {encoding} 解码失败，请去掉 --encoding 或换一种编码",
        "en": "cannot be decoded as {encoding}; leave out --encoding or name another one",
    },
    "unknown-encoding": {"zh": "没有名为“{encoding}”的编码", "en": "no encoding is called “{encoding}”"},
    "not-a-file": {"zh": "这是管道或设备，不是文件", "en": "this is a pipe or a device, not a file"},
    "binary": {
        "zh": "这不是文本文件，请检查是否改错了扩展名",
        "en": "this is not a text file; check its suffix",
    },
    "too-large": {
        "zh": "文件过大（超过 {limit} MiB），请拆分后再检查",
        "en": "larger than {limit} MiB; split it first",
    },
    "rule-failed": {
        "zh": "规则“{rule}”运行出错（{reason}），这个文件没有检查；可先用 --ignore {rule} 跳过该规则",
        "en": "rule “{rule}” failed ({reason}), so this file is not checked; --ignore {rule} leaves it out",
    },
    "internal-error": {
        "zh": "程序内部出错（{reason}），这个文件没有检查，请反馈给开发者",
        "en": "internal error ({reason}), so this file is not checked; please report it",
    },
    "encrypted": {
        "zh": "文件已加密，请先取消密码再检查",
        "en": "encrypted; remove the password first",
    },
    "damaged": {
        "zh": "文件已损坏或不完整，请用 Word 或 WPS 打开后重新保存",
        "en": "damaged or cut short; open it in Word and save it again",
    },
    "empty-file": {"zh": "文件是空的（0 字节），请检查是否传输中断", "en": "an empty file (0 bytes)"},
    "bomb": {
        "zh": "文件解压后异常庞大，已停止读取；请用 Word 或 WPS 打开后重新保存",
        "en": "inflates to an unreasonable size and was not read",
    },
    "doctype": {
        "zh": "文件内含不允许的 DOCTYPE 声明，为安全起见不予读取；请用 Word 或 WPS 重新保存",
        "en": "holds a DOCTYPE, which no Word file may; not read for safety",
    },
    "not-word": {
        "zh": "这不是 Word 文档，请检查是否改错了扩展名",
        "en": "not a Word document; check its suffix",
    },
    "needs-converting": {
        "zh": "文件内容是 {content}，请用 Word 或 WPS 另存为 .docx 再检查",
        "en": "this is {content}; save it as .docx in Word first",
    },
    # what a reader could not see (Document.notes)
    "numbers-unseen": {
        "zh": "旧版 .doc 文件：自动编号、文本框未能读取，如需检查请另存为 .docx",
        "en": "legacy .doc: automatic numbers and text boxes were not read; save it as .docx to check them",
    },
    "layout-unseen": {
        "zh": "不是 .docx 文件：版式（字体、页边距等）没有检查，如需检查请另存为 .docx",
        "en": "not a .docx: fonts, margins and the like were not checked; save it as .docx to check them",
    },
    # files that cannot be changed
    "not-rewritable": {
        "zh": "无法按原编码 {encoding} 写回，请先另存为 UTF-8",
        "en": "cannot be written back as {encoding}; save it as UTF-8 first",
    },
    "unfixable": {
        "zh": "不能自动修改“{suffix}”文件，请用 speechlint check 查看后手工修改",
        "en": "“{suffix}” files cannot be fixed; check them and correct by hand",
    },
    "changed-meanwhile": {
        "zh": "检查期间文件被改动，未写入，请重新运行",
        "en": "the file changed meanwhile and was left alone; run again",
    },
    "proof-failed": {
        "zh": "改动后正文对不上，未写入任何文件；请把这一情况反馈给我们",
        "en": "the changed text does not add up, so nothing was written; please report this",
    },
    "legacy-word": {
        "zh": "旧版格式（.doc、.wps、.rtf）不能直接改写：请用 Word 或 WPS 打开，另存为 .docx 后再执行",
        "en": "a legacy format (.doc, .wps, .rtf) cannot be rewritten; save it as .docx in Word or WPS first",
    },
    "review-word-only": {
        "zh": "只能审阅 .docx 文件，请先在 Word 或 WPS 中另存为 .docx",
        "en": "only .docx files can be reviewed; save it as .docx in Word or WPS first",
    },
    "output-exists": {
        "zh": "“{path}”已存在，换个名字或加 --force 覆盖",
        "en": "“{path}” exists; choose another name or add --force",
    },
    "output-is-input": {"zh": "输出不能覆盖原稿，请换个名字", "en": "the output may not overwrite the draft"},
    # speechlint review
    "reviewed": {
        "zh": "{path}：批注 {comments} 条，修订 {changes} 处",
        "en": "{path}: {comments} comments, {changes} tracked changes",
    },
    "note-suggestion": {"zh": "建议改为：{better}", "en": "Suggested: {better}"},
    "note-related": {
        "zh": "相关：第 {line} 段“{text}” {message}",
        "en": "Related: paragraph {line} “{text}” {message}",
    },
    "note-more": {"zh": "本段还有 {count} 处同样的问题：{texts}", "en": "{count} more in this paragraph: {texts}"},
    "note-place": {"zh": "（位置：{part}“{text}”）", "en": "(in the {part}: “{text}”)"},
    "note-rule": {"zh": "规则 {rule}", "en": "rule {rule}"},
    "comment-output": {"zh": "批注", "en": "reviewed"},
    "worker-died": {
        "zh": "检查这个文件的进程意外终止（{reason}），其余文件照常检查",
        "en": "the process checking this file died ({reason}); the other files were checked all the same",
    },
    # a corrector of the user's
    "corrector-no-tokenizer": {
        "zh": "模型旁边没有词表，请把导出模型时的 {names} 放在同一文件夹",
        "en": "no vocabulary lies beside the model; put its {names} into the same folder",
    },
    "corrector-bad-tokenizer": {
        "zh": "这不是 BERT 的词表（{reason}），请用导出模型时的那一份",
        "en": "not the vocabulary of a BERT ({reason}); use the one that came with the model",
    },
    "corrector-bad-model": {
        "zh": "这不是能用的 ONNX 模型（{reason}），请重新导出",
        "en": "not a usable ONNX model ({reason}); export it again",
    },
    "corrector-inputs": {
        "zh": "模型的输入是 {names}，只支持 BERT 的 input_ids、attention_mask、token_type_ids",
        "en": "the model takes {names}, but only input_ids, attention_mask and token_type_ids of a BERT can be given",
    },
    "corrector-outputs": {
        "zh": "模型没有给每个字在词表 {size} 个词上的得分：不是纠错（masked LM）模型，或词表不是它的",
        "en": "the model does not score the {size} tokens for every character: it is no corrector (masked LM), or the "
        "vocabulary is another's",
    },
    "corrector-failed": {
        "zh": "模型运行出错（{reason}），这个文件没有检查；去掉 --corrector 可不用它",
        "en": "the model failed ({reason}), so this file is not checked; leave out --corrector to do without",
    },
    # names the user gave
    "did-you-mean": {"zh": "（是不是“{near}”？）", "en": " (did you mean “{near}”?)"},
    "unknown-rule": {"zh": "没有名为“{name}”的规则或类别", "en": "no rule or family “{name}”"},
    # configuration and plugins
    "not-toml": {"zh": "TOML 语法错误：{reason}", "en": "not valid TOML: {reason}"},
    "no-such-base": {"zh": "extend 所指的文件不存在：{path}", "en": "the file to extend does not exist: {path}"},
    "circular-extend": {"zh": "extend 绕了一圈又回到 {path}", "en": "extend comes round to {path} again"},
    "no-pattern": {
        "zh": "“{text}”应写成“路径:规则”，如“附件/*.txt:typo”",
        "en": "“{text}” is written PATTERN:NAME, for example “annex/*.txt:typo”",
    },
    "unmarkable": {
        "zh": "“{suffix}”文件不能写入忽略标记，请在 Word 里加批注“忽略 规则名”",
        "en": "no marker can be written into “{suffix}” files; add a Word comment “忽略 RULE” instead",
    },
    "idle-name": {
        "zh": "忽略标记里的“{name}”没有挡住任何问题，请从标记中删去，或核对规则名",
        "en": "“{name}” in this suppression silences nothing; take it out, or check the rule's name",
    },
    "markers-written": {"zh": "写了 {count} 处忽略标记", "en": "wrote {count} suppression markers"},
    "no-baseline": {
        "zh": "没有基线文件，先运行 speechlint baseline write",
        "en": "there is no baseline file; run speechlint baseline write first",
    },
    "not-a-baseline": {"zh": "不是基线文件（{reason}）", "en": "not a baseline file ({reason})"},
    "baseline-counts": {
        "zh": "与基线相比：已知 {known} 处，新增 {new} 处，已改 {fixed} 处",
        "en": "against the baseline: {known} known, {new} new, {fixed} fixed",
    },
    "baseline-grows": {
        "zh": "基线会增加 {count} 处，未写入；确要增加请加 --update",
        "en": "the baseline would grow by {count} and was left alone; --update lets it grow",
    },
    "baseline-written": {"zh": "已写入 {path}，共 {count} 处", "en": "wrote {path}: {count} findings"},
    "baseline-pruned": {
        "zh": "{path}：删去 {count} 处，还剩 {left} 处",
        "en": "{path}: removed {count}, {left} left",
    },
    "baseline-holds": {"zh": "共 {count} 处", "en": "{count} findings"},
    "baseline-unread": {
        "zh": "有文件没能检查，基线未改动",
        "en": "some files could not be checked; the baseline was left alone",
    },
    "no-repository": {"zh": "不在 git 仓库里，不能用 --diff-from", "en": "not in a git repository"},
    "no-revision": {"zh": "git 里没有版本“{name}”", "en": "git knows no revision “{name}”"},
    "no-git": {"zh": "没有找到 git（{reason}）", "en": "git was not found ({reason})"},
    "from-default": {"zh": "默认", "en": "default"},
    "no-config": {
        "zh": "没有找到配置文件，以下为默认值",
        "en": "no configuration file was found; these are the defaults",
    },
    "exists-already": {"zh": "文件已经存在，未改动", "en": "exists already and was left alone"},
    "written": {"zh": "已写入 {path}", "en": "wrote {path}"},
    "broken-plugin": {
        "zh": "插件“{name}”（{value}）无法加载：{reason}",
        "en": "plugin “{name}” ({value}) cannot be loaded: {reason}",
    },
    # rule files and tables
    "not-yaml": {"zh": "YAML 语法错误：{reason}", "en": "not valid YAML: {reason}"},
    "not-a-mapping": {"zh": "规则文件应由“键: 值”组成", "en": "a rule file is a mapping of keys"},
    "repeated-key": {"zh": "键“{key}”在第 {line} 行已经写过", "en": "key “{key}” stands already in line {line}"},
    "not-utf-8": {"zh": "规则文件和表须存为 UTF-8 编码", "en": "rule files and tables are UTF-8"},
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
    "broken-template": {"zh": "“{key}”的花括号不成对", "en": "braces in “{key}” do not pair"},
    "unbalanced-marks": {"zh": "例句里的 ⟦ 和 ⟧ 不成对", "en": "⟦ and ⟧ do not pair in this example"},
    "unmarked-bad": {"zh": "bad 例句须用 ⟦⟧ 标出错处", "en": "a bad example marks its fault with ⟦⟧"},
    "marked-good": {"zh": "good 例句不应有 ⟦⟧", "en": "a good example holds no ⟦⟧"},
    "repeated-rule": {"zh": "规则“{rule}”已在 {other} 写过", "en": "rule “{rule}” stands already in {other}"},
    "no-rule-files": {"zh": "文件夹里没有规则（.yaml 文件）", "en": "this folder holds no rule (.yaml file)"},
    "missing-table": {"zh": "没有表“{name}”", "en": "no table “{name}”"},
    "missing-column": {"zh": "表头缺少列“{column}”", "en": "the table has no column “{column}”"},
    "empty-table": {"zh": "表是空的", "en": "an empty table"},
    "ragged-row": {"zh": "有 {cells} 格，表头只有 {columns} 列", "en": "{cells} cells under {columns} columns"},
    "repeated-row": {"zh": "“{cell}”在第 {line} 行已经写过", "en": "“{cell}” stands already in line {line}"},
    # the run
    "no-rules": {"zh": "没有选中任何规则", "en": "no rule is selected"},
    "bad-target": {
        "zh": "无法写入报告“{path}”（{reason}）",
        "en": "the report “{path}” cannot be written ({reason})",
    },
    "unknown-format": {"zh": "没有报告格式“{name}”", "en": "no report format “{name}”"},
    "how-checked": {
        "zh": "{format}，编码 {encoding}，{characters} 字，规则 {rules} 条，配置 {config}，{count} 处",
        "en": "{format}, encoding {encoding}, {characters} characters, {rules} rules, settings {config}, {count} found",
    },
    "progress": {"zh": "检查中", "en": "checking"},
    # the closing line
    "clean": {"zh": "检查了 {files} 个文件，没有发现问题", "en": "checked {files} files, nothing found"},
    "found": {
        "zh": "检查了 {files} 个文件，发现 {count} 处：{severities}（{families}）",
        "en": "checked {files} files, found {count}: {severities} ({families})",
    },
    "unread": {"zh": "有 {files} 个文件未能检查", "en": "{files} files could not be checked"},
    "fixable": {"zh": "其中 {count} 处可自动修改", "en": "{count} can be fixed automatically"},
    "comma": {"zh": "、", "en": ", "},
    "separator": {"zh": "；", "en": "; "},
    "severity-error": {"zh": "错误", "en": "error"},
    "severity-warning": {"zh": "警告", "en": "warning"},
    "severity-info": {"zh": "提示", "en": "info"},
    "family-placeholder": {"zh": "占位残留", "en": "placeholder"},
    "family-watermark": {"zh": "水印广告", "en": "watermark"},
    "family-numbering": {"zh": "序号计数", "en": "numbering"},
    "family-date": {"zh": "日期时序", "en": "date"},
    "family-typo": {"zh": "错别字", "en": "typo"},
    "family-punctuation": {"zh": "标点", "en": "punctuation"},
    "family-number": {"zh": "数字", "en": "number"},
    "family-wording": {"zh": "提法用语", "en": "wording"},
    "family-layout": {"zh": "版式", "en": "layout"},
    "family-file": {"zh": "文件", "en": "file"},
    # speechlint fix
    "fixed": {"zh": "改了 {files} 个文件，共 {count} 处", "en": "fixed {count} places in {files} files"},
    "would-fix": {"zh": "将改 {files} 个文件，共 {count} 处", "en": "would fix {count} places in {files} files"},
    "nothing-to-fix": {"zh": "没有可自动修改之处", "en": "nothing to fix"},
    "more-fixable": {
        "zh": "另有 {count} 处可用 --unsafe-fixes 修改",
        "en": "{count} more with --unsafe-fixes",
    },
    "backed-up": {"zh": "原文件存为 {path}", "en": "the original is kept as {path}"},
    # one finding on a terminal
    "suggestion": {"zh": "建议：{better}", "en": "suggestion: {better}"},
    "folded": {
        "zh": "    另有 {count} 处 {rule} 未列出（--max-per-rule 0 全部列出）",
        "en": "    {count} more of {rule} not shown (--max-per-rule 0 shows all)",
    },
    "more-related": {"zh": "另有 {count} 处相关", "en": "{count} more related places"},
    "part-table": {"zh": "表格", "en": "table"},
    "part-textbox": {"zh": "文本框", "en": "text box"},
    "part-header": {"zh": "页眉", "en": "header"},
    "part-footer": {"zh": "页脚", "en": "footer"},
    "part-footnote": {"zh": "脚注", "en": "footnote"},
    "part-watermark": {"zh": "水印", "en": "watermark"},
    "part-code": {"zh": "代码", "en": "code"},
    # speechlint timeline
    "timeline-now": {"zh": "讲话日期：{days}", "en": "day of the speech: {days}"},
    "timeline-no-year": {
        "zh": "讲话日期：看不出年份，以下只列月日",
        "en": "day of the speech: no year is told; months and days only",
    },
    "timeline-line": {"zh": "行", "en": "line"},
    "timeline-clue": {"zh": "线索", "en": "clue"},
    "timeline-voice": {"zh": "口吻", "en": "voice"},
    "timeline-days": {"zh": "日期", "en": "days"},
    "timeline-speech": {"zh": "讲话", "en": "speech"},
    "timeline-legend": {
        "zh": "! 该处只容许讲话在这些日子，✗ 还与别处矛盾；◀ ▶ 超出坐标",
        "en": "! the only days the place leaves open for the speech, ✗ and contradicted elsewhere; ◀ ▶ beyond the axis",
    },
    "timeline-agrees": {"zh": "没有发现时间矛盾", "en": "no contradiction found"},
    "voice-present": {"zh": "眼下", "en": "now"},
    "voice-retrospective": {"zh": "回顾", "en": "back"},
    "voice-prospective": {"zh": "展望", "en": "ahead"},
    # speechlint doctor
    "doctor-missing": {"zh": "未安装", "en": "not installed"},
    "doctor-no-office": {
        "zh": "未找到，.doc 和 .wps 只能读出文字，看不到自动编号",
        "en": "not found; .doc and .wps are read without automatic numbers",
    },
    "doctor-fonts": {"zh": "中文字体", "en": "Chinese fonts"},
    "doctor-no-font": {"zh": "没有，网页报告会显示成方框", "en": "none; the html report would show boxes"},
    "doctor-cache": {"zh": "缓存", "en": "cache"},
    "doctor-cached": {"zh": "{path}（{count} 篇）", "en": "{path} ({count} drafts)"},
    "doctor-config": {"zh": "配置", "en": "configuration"},
    "doctor-rules": {"zh": "规则", "en": "rules"},
    # the html page
    "html-shown": {"zh": "列出", "en": "Shown:"},
    "html-charts": {"zh": "统计图", "en": "Charts"},
    "html-by-family": {"zh": "按类别", "en": "By family"},
    "html-by-file": {"zh": "按文件", "en": "By file"},
    "html-outline": {"zh": "提纲", "en": "Outline"},
    "html-timeline": {"zh": "时间线", "en": "Timeline"},
    # a rule's page
    "page-severity": {"zh": "级别：", "en": "Severity:"},
    "page-family": {"zh": "类别：", "en": "Family:"},
    "page-message": {"zh": "提示语：", "en": "Message:"},
    "page-fix": {"zh": "自动修改：", "en": "Fix:"},
    "page-measured": {"zh": "误报率：", "en": "False alarms:"},
    "page-rate": {
        "zh": "在校对过的 {size} 字里报了 {count} 处，每万字 {rate} 处（含原文确有的错）",
        "en": "{count} findings on {size} proofread characters, {rate} per 10,000 (genuine slips included)",
    },
    "page-source": {"zh": "依据：", "en": "Source:"},
    "page-off": {"zh": "默认不启用，用 --extend-select 打开", "en": "off by default; --extend-select turns it on"},
    "page-bad": {"zh": "会报（⟦⟧ 内为所指的字）", "en": "Reported (⟦⟧ marks the words)"},
    "page-good": {"zh": "不报", "en": "Not reported"},
    "fix-safe": {"zh": "安全，fix 默认执行", "en": "safe, applied by default"},
    "fix-unsafe": {"zh": "需加 --unsafe-fixes", "en": "with --unsafe-fixes"},
    "fix-None": {"zh": "无，需人工判断", "en": "none, a person decides"},
    "rule-off": {"zh": "（默认关）", "en": " (off)"},
    # speechlint outline
    "outline-subtitle": {"zh": "题注", "en": "subtitle"},
    "outline-salutation": {"zh": "称呼", "en": "salutation"},
    "outline-opening": {"zh": "开头", "en": "opening"},
    "outline-closing": {"zh": "结尾", "en": "closing"},
    "outline-count": {"zh": "（说 {said}，有 {counted}）", "en": "(says {said}, has {counted})"},
    "disorder-skipped": {"zh": "跳号", "en": "skipped"},
    "disorder-repeated": {"zh": "重复", "en": "repeated"},
    "disorder-reversed": {"zh": "颠倒", "en": "reversed"},
    "disorder-mixed": {"zh": "样式不一", "en": "mixed style"},
    "disorder-glued": {"zh": "未另起段", "en": "glued"},
    "disorder-headless": {"zh": "缺第一项", "en": "no first item"},
    "disorder-jumped": {"zh": "越级", "en": "level jumped"},
    # speechlint lsp
    "no-extra": {
        "zh": "缺少可选组件，请先执行 pip install 'speechlint[{extra}]'",
        "en": "an optional part is missing; run pip install 'speechlint[{extra}]' first",
    },
    "lsp-replace": {"zh": "“{old}”改为“{new}”", "en": "Replace “{old}” with “{new}”"},
    "lsp-delete": {"zh": "删去“{old}”", "en": "Delete “{old}”"},
    "lsp-insert": {"zh": "补上“{new}”", "en": "Insert “{new}”"},
    "lsp-ignore": {"zh": "在这一行忽略 {rule}", "en": "Ignore {rule} on this line"},
    "lsp-fix-all": {"zh": "接受全部安全修改（{count} 处）", "en": "Accept all safe corrections ({count})"},
    # speechlint compare
    "compare-copies": {"zh": "雷同（{count} 对）", "en": "near-duplicates ({count} pairs)"},
    "compare-templates": {
        "zh": "套用旧稿换名（{count} 对）",
        "en": "templates reused with other names ({count} pairs)",
    },
    "compare-sentences": {"zh": "多篇共用的句子（{count} 句）", "en": "sentences shared by many drafts ({count})"},
    "compare-spellings": {"zh": "同一词语的不同写法（{count} 处）", "en": "terms written in several ways ({count})"},
    "compare-drafts": {"zh": "{count} 篇", "en": "{count} drafts"},
    "compare-more": {"zh": "另有 {count} 条未列出（--show 0 全部列出）", "en": "{count} more (--show 0 shows all)"},
    "compare-clean": {"zh": "比较了 {files} 篇，没有发现雷同或套用", "en": "compared {files} drafts, nothing found"},
    "compare-found": {
        "zh": "比较了 {files} 篇：雷同 {copies} 对，套用 {templates} 对，共用 {sentences} 句，不一 {spellings} 处",
        "en": "compared {files} drafts: {copies} near-duplicates, {templates} reused templates, "
        "{sentences} shared sentences, {spellings} terms in several ways",
    },
    # speechlint serve
    "serving": {
        "zh": "请在浏览器里打开 {address}（按 Ctrl-C 结束）",
        "en": "open {address} in a browser (Ctrl-C ends)",
    },
    "no-port": {
        "zh": "不能在 {host} 的端口 {port} 上提供页面（{reason}），可用 --port 0 自动选一个空闲端口",
        "en": "cannot serve on port {port} of {host} ({reason}); --port 0 picks a free one",
    },
    "took-too-long": {
        "zh": "检查这个文件超过 {limit} 秒，已停止；请拆分后再检查",
        "en": "checking this file took more than {limit} seconds and was stopped; split it first",
    },
    "checker-died": {
        "zh": "检查这个文件的进程意外终止，请再试一次",
        "en": "the process checking this file died; please try again",
    },
    "server-failed": {
        "zh": "程序内部出错，请反馈给开发者",
        "en": "internal error; please report it",
    },
    "no-draft": {"zh": "没有收到稿件：请上传文件或粘贴文字", "en": "no draft came: send files or a text"},
    "one-draft": {"zh": "一次只能下载一个文件", "en": "one file at a time is handed back"},
    "too-many-files": {"zh": "一次最多 {limit} 个文件", "en": "no more than {limit} files at a time"},
    "too-much": {"zh": "上传的内容过大，请分几次检查", "en": "too much was sent at once; check it in parts"},
    "bad-request": {"zh": "请求有误：{reason}", "en": "the request is not understood: {reason}"},
    "wrong-host": {
        "zh": "不接受以“{host}”为主机名的访问，请用启动时给出的地址",
        "en": "nothing is served under the name “{host}”; use the address given at the start",
    },
    "wrong-origin": {
        "zh": "不接受来自其他网页的请求",
        "en": "requests from other pages are not accepted",
    },
    "no-token": {
        "zh": "需要口令：请用启动时给出的完整地址打开",
        "en": "a token is needed: open the whole address given at the start",
    },
    "chosen-comments": {"zh": "批注", "en": "reviewed"},
    "chosen-tracked": {"zh": "修订", "en": "tracked"},
    "chosen-fixed": {"zh": "改后", "en": "corrected"},
    "pasted": {"zh": "粘贴的文字", "en": "pasted text"},
    # speechlint corpus
    "corpus-progress": {
        "zh": "已检查 {done}/{total} 篇，每秒 {rate} 篇，还需 {left}",
        "en": "checked {done} of {total} drafts, {rate} a second, {left} to go",
    },
    "corpus-done": {
        "zh": "共 {drafts} 篇：检查了 {documents} 篇，{errors} 篇读不了，发现 {findings} 处；结果在 {out}",
        "en": "{drafts} drafts: {documents} checked, {errors} could not be read, {findings} findings; see {out}",
    },
    "corpus-gone": {
        "zh": "比较时有 {count} 篇读不到了，与它们相似的可能没有列出",
        "en": "{count} drafts could no longer be read to be compared; what resembles them may be missing",
    },
    "corpus-unbalanced": {
        "zh": "账目不平：{unfinished} 片没有完成，少 {lost} 篇，多 {doubled} 篇；再运行一次可接着做",
        "en": "does not balance: {unfinished} shards unfinished, {lost} drafts lost, {doubled} doubled; run it again",
    },
    "corpus-shard-failed": {"zh": "有一片没有完成（{reason}）", "en": "a shard was not finished ({reason})"},
    "corpus-no-source": {
        "zh": "请写出要检查的文件夹、文件或 --manifest 清单",
        "en": "name a folder, a file or a --manifest to check",
    },
    "corpus-no-out": {"zh": "请用 --out 写明结果放在哪里", "en": "say with --out where the results go"},
    "corpus-nothing": {"zh": "{address} 里没有可检查的文件", "en": "there is nothing to check in {address}"},
    "corpus-bad-manifest": {"zh": "清单读不了（{reason}）", "en": "the manifest cannot be read ({reason})"},
    "corpus-broken-container": {
        "zh": "压缩包或其中这一篇已损坏或加密（{reason}）",
        "en": "the archive or this member of it is broken or encrypted ({reason})",
    },
    "corpus-bad-options": {
        "zh": "--storage-options 应为 JSON 对象（{reason}）",
        "en": "--storage-options is a JSON object ({reason})",
    },
    "corpus-no-storage": {
        "zh": "没有访问 {address} 的办法（{reason}）",
        "en": "{address} cannot be reached ({reason})",
    },
    "corpus-storage-failed": {"zh": "读写存储失败（{reason}）", "en": "the storage failed ({reason})"},
    "corpus-no-cluster": {
        "zh": "连不上 Dask 集群 {address}（{reason}）",
        "en": "the Dask cluster {address} cannot be reached ({reason})",
    },
    "corpus-cluster-gone": {
        "zh": "与 Dask 集群的连接断了；集群恢复后再运行一次可接着做",
        "en": "the Dask cluster is gone; run it again when it is back",
    },
    "corpus-other-run": {
        "zh": "这里有另一次运行的结果，不同之处：{what}；请换一个 --out",
        "en": "this holds the results of another run, which differs in {what}; choose another --out",
    },
    "corpus-other-rules": {
        "zh": "检查进程的版本或规则与发起者不同，请在各台机器上装同一版本、用同一配置",
        "en": "a worker has another version or other rules; install and configure all machines alike",
    },
    "corpus-given-up": {
        "zh": "检查这一篇时进程 {deaths} 次终止（{reason}），已放弃，其余照常检查",
        "en": "the process died {deaths} times on this draft ({reason}); given up, the others were checked",
    },
    "summary-page": {"zh": "档案检查汇总", "en": "Summary of the archive"},
    "summary-by-year": {"zh": "各年每万字有几处问题", "en": "Findings in 10,000 characters, by year"},
    "summary-no-year": {"zh": "不详", "en": "unknown"},
    "summary-above": {"zh": "都在 {above} 之下", "en": "all below {above}"},
    "summary-more": {"zh": "另有 {count} 行，见 {file}", "en": "{count} more rows in {file}"},
    "summary-files": {
        "zh": "每张表的全部各行，见同一文件夹里的 .csv（可用 Excel 打开）和 .parquet。",
        "en": "All rows of every table are in the .csv and .parquet files of this folder.",
    },
    "html-language": {"zh": "zh-CN", "en": "en"},
    "summary-title": {"zh": "共 {drafts} 篇，发现 {findings} 处", "en": "{drafts} drafts, {findings} findings"},
    "summary-folders": {"zh": "按文件夹", "en": "By folder"},
    "summary-years": {"zh": "按年份", "en": "By year"},
    "summary-sources": {"zh": "按来源", "en": "By source"},
    "summary-rules": {"zh": "按规则", "en": "By rule"},
    "summary-problems": {"zh": "读不了的原因", "en": "Why drafts could not be read"},
    "summary-worst": {"zh": "问题最多的稿子", "en": "Drafts with most findings"},
    "column-folder": {"zh": "文件夹", "en": "folder"},
    "column-year": {"zh": "年份", "en": "year"},
    "column-source": {"zh": "来源", "en": "source"},
    "column-drafts": {"zh": "篇数", "en": "drafts"},
    "column-unread": {"zh": "读不了", "en": "unread"},
    "column-characters": {"zh": "字数", "en": "characters"},
    "column-error": {"zh": "错误", "en": "errors"},
    "column-warning": {"zh": "警告", "en": "warnings"},
    "column-info": {"zh": "提示", "en": "info"},
    "summary-copies": {"zh": "雷同的稿子", "en": "Near-duplicates"},
    "summary-templates": {"zh": "套用旧稿换名", "en": "Templates reused with other names"},
    "summary-sentences": {"zh": "多篇共用的句子", "en": "Sentences shared by many drafts"},
    "summary-terms": {"zh": "同一词语的不同写法", "en": "Terms written in several ways"},
    "column-one": {"zh": "一篇", "en": "one"},
    "column-other": {"zh": "另一篇", "en": "the other"},
    "column-jaccard": {"zh": "相同", "en": "alike"},
    "column-sentence": {"zh": "句子", "en": "sentence"},
    "column-term": {"zh": "写法", "en": "ways"},
    "column-rate": {"zh": "每万字", "en": "in 10,000"},
    "column-all-rate": {"zh": "每万字处数", "en": "in 10,000 characters"},
    "column-rule": {"zh": "规则", "en": "rule"},
    "column-severity": {"zh": "级别", "en": "severity"},
    "column-findings": {"zh": "处数", "en": "findings"},
    "column-problem": {"zh": "原因", "en": "problem"},
    "column-address": {"zh": "文件", "en": "draft"},
    "estimate": {
        "zh": "共 {drafts} 篇，试查 {sample} 篇，每篇 {each} 毫秒；约读 {read} GB，写 {kept} GB",
        "en": "{drafts} drafts, {sample} tried, {each} ms each; about {read} GB to read, {kept} GB to keep",
    },
    "estimate-hours": {
        "zh": "{workers} 个进程约需 {hours} 小时",
        "en": "{workers} workers take about {hours} hours",
    },
    "estimate-workers": {
        "zh": "{hours} 小时做完约需 {workers} 个进程",
        "en": "about {workers} workers to be done in {hours} hours",
    },
    # speechlint test
    "example-failed": {"zh": "示例与规则不符", "en": "an example behaves otherwise"},
    "example-wanted": {"zh": "应为", "en": "wanted"},
    "example-seen": {"zh": "实际", "en": "seen"},
    "examples-hold": {
        "zh": "{rules} 条规则的 {examples} 个示例全部符合",
        "en": "all {examples} examples of {rules} rules hold",
    },
    "examples-broken": {
        "zh": "{rules} 条规则的 {examples} 个示例中有 {failed} 个不符",
        "en": "{failed} of {examples} examples of {rules} rules fail",
    },
}


def say(key: str, language: Language, /, **fields: object) -> str:
    return MESSAGES[key][language].format(**fields)
