"""The advisory ear: what it says, what it keeps to itself, and that it disturbs nobody."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.examples import document_of
from speechlint.linter import lint
from speechlint.model import Finding, Severity
from speechlint.readers import read
from speechlint.rule_file import load_rules
from speechlint.selection import select_rules
from speechlint.session import Settings, check_document

ROOT = Path(__file__).parents[2]
EAR = "typo/improbable-word"
RULES = load_rules()
OTHERS = select_rules(RULES)
ALONE = select_rules(RULES, (EAR,))
ALL = (*OTHERS, *ALONE)


def heard(text: str) -> list[tuple[str, tuple[str, ...]]]:
    document = document_of(text)
    return [(document.text_of(finding.span), finding.suggestions) for finding in lint(document, ALONE)]


def test_it_is_off_unless_asked_for() -> None:
    assert not {rule.id for rule in OTHERS} & {EAR}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("营造良好营商环竞。", [("环竞", ("环境",))]),
        ("要保彰群众合法权益。", [("保彰", ("保障",))]),
        # Said twice: a word of the writer's own.
        ("营造良好营商环竞。今后还要改善环竞。", []),
        # It fills quotation marks.
        ("他把这叫作“环竞”。", []),
        # A name.
        ("会上，环竞同志作了发言。", []),
        # The reviewed table knows it, and so says more.
        ("要把任务布署到位。", []),
        ("优化资源分配和使用方式。", []),
        ("", []),
        ("No Chinese at all.", []),
    ],
)
def test_what_is_heard(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert heard(text) == expected


def test_a_hint_says_how_sure_it_is_and_shows_the_sentence() -> None:
    text = "今天开会。要加强对工程质量的监瞥检查。"
    [finding] = lint(document_of(text), ALONE)
    assert finding.severity is Severity.INFO
    assert finding.message == "“监瞥”在这里少见，很可能是“监督”"
    assert [text[place.span.start : place.span.end] for place in finding.related] == [text[5:]]


def of_others(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule != EAR]


FAULTS = (
    "环竞",
    "布署",
    "台帐",
    "的的",
    "实势求是",
    "部份",
    "丰富多采",
    "依法形政",
    "，，",
    "。",
    "要做好",
    "工作",
    "保彰",
    "一鼓做气",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=12).map("".join))
def test_it_changes_no_other_finding(text: str) -> None:
    document = document_of(text)
    assert of_others(lint(document, ALL)) == lint(document, OTHERS)


FIXTURES = sorted(path for path in (ROOT / "fixtures").rglob("*") if path.suffix in (".txt", ".md", ".docx"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_it_changes_no_other_finding_in_a_fixture(path: Path) -> None:
    undisturbed(path)


@pytest.mark.parametrize(("name", "every"), [("drafts", 1), ("clean", 30)])
def test_it_changes_no_other_finding_in_real_text(shared: Path, name: str, every: int) -> None:
    for path in sorted((shared / name).glob("*.txt"))[::every]:
        undisturbed(path)


def undisturbed(path: Path) -> None:
    document = read(path, layout=True)
    assert of_others(lint(document, ALL)) == lint(document, OTHERS)


def test_the_writers_own_words_are_left_alone() -> None:
    document = document_of("营造良好营商环竞。")
    settings = Settings(ALONE, Severity.INFO, words=frozenset({"营商环竞"}))
    assert check_document(document, Settings(ALONE, Severity.INFO)).findings
    assert not check_document(document, settings).findings


# A wording of another age, which no count of ours knows.
OLD = "夫牧民者，敬事而畏民以时，毋敢怠。昔有耕者，亲仁睦邻，斯为善矣。老者以安，幼者以怀，克绍前业。"
DOUBTFUL = "各部门要配和做好检查工作。"


@pytest.mark.parametrize("before", ["", OLD[:17], "今天的会议很重要。" * 20])
def test_a_likely_slip_is_told_in_a_usual_draft(before: str) -> None:
    assert ("配和", ("配合",)) in heard(f"{before}\n{DOUBTFUL}")


def test_a_likely_slip_is_not_told_where_the_whole_draft_is_strange_to_the_model() -> None:
    assert ("配和", ("配合",)) not in heard(f"{OLD}\n{DOUBTFUL}")
