"""What was chosen on the page is what the file holds."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx_files import docx, p, run
from making import draft

from speechlint.messages import Problem
from speechlint.model import Document, Finding, Fix, Related, Severity, Span
from speechlint.readers import read_bytes
from speechlint.rule_file import load_rules
from speechlint.session import Settings, findings_in
from speechlint.web.choices import Choices, chosen_fixes, delivered, keyed, minded, offers

SETTINGS = Settings(tuple(rule for rule in load_rules() if rule.id == "typo/misspelling"))
TEXT = "要打造避署胜地。\n把任务布署到位。\n要打造避署胜地。\n"
WORD = docx(p(run("要打造避") + run("署", "<w:b/>") + run("胜地。")) + p("把任务布署到位。"))
DATE = "2024-05-01T08:00:00Z"


def keys(name: str, data: bytes) -> dict[str, str]:
    """The words found by their keys."""
    document = read_bytes(name, data)
    return {key: document.text_of(f.span) for key, f in keyed(document, findings_in(document, SETTINGS))}


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def finding(start: int, end: int, fix: Fix | None = None, *suggestions: str) -> Finding:
    return Finding("typo/made", Span(start, end), "", Severity.ERROR, fix, suggestions)


def test_the_same_fault_said_twice_has_two_keys_and_the_same_ones_every_time() -> None:
    found = keys("a.txt", TEXT.encode())
    assert list(found.values()) == ["避署", "布署", "避署"]
    assert list(keys("b.txt", TEXT.encode())) == list(found)
    first, _, last = found
    assert first.partition(".")[0] == last.partition(".")[0]


@pytest.mark.parametrize(
    ("made", "texts"),
    [
        (finding(0, 2), []),
        (finding(0, 2, None, "甲", "乙", "甲"), ["甲", "乙"]),
        (finding(0, 2, Fix(Span(1, 2), "乙", True), "甲", "乙"), ["乙", "甲"]),
        (finding(0, 2, Fix(Span(0, 2), "", True)), [""]),
    ],
)
def test_every_text_is_offered_once_the_surest_first(made: Finding, texts: list[str]) -> None:
    assert [fix.text for fix in offers(made)] == texts
    assert [fix for fix in offers(made) if fix.safe] == [fix for fix in [made.fix] if fix]


def test_only_what_was_offered_can_be_accepted() -> None:
    document: Document = draft("甲乙丙丁")
    made = finding(0, 2, Fix(Span(1, 2), "二", True), "一")
    ((key, _),) = keyed(document, [made])
    chosen = {
        text: chosen_fixes(document, [made], Severity.WARNING, Choices({key: text})) for text in ("二", "一", "三")
    }
    assert chosen["二"] == (made.fix,)
    assert chosen["一"] == (Fix(Span(0, 2), "一", False),)
    assert chosen["三"] == ()
    assert chosen_fixes(document, [made], Severity.WARNING, Choices({"other.1": "二"})) == ()


def test_of_two_accepted_corrections_that_overlap_one_is_made() -> None:
    document = draft("甲乙丙丁")
    made = [finding(0, 2, None, "一"), finding(1, 3, None, "二")]
    both = Choices({key: f.suggestions[0] for key, f in keyed(document, made)})
    assert chosen_fixes(document, made, Severity.WARNING, both) == (Fix(Span(0, 2), "一", False),)


def test_like_faults_are_mended_with_the_first_that_points_at_them() -> None:
    document = draft("甲乙丙丁")
    other = replace(finding(2, 3, Fix(Span(2, 3), "三", True)), severity=Severity.INFO)
    far = replace(finding(3, 4, Fix(Span(3, 4), "四", True)), severity=Severity.INFO)
    first = replace(finding(0, 1, Fix(Span(0, 1), "一", True), "壹"), related=(Related(other.span, ""),))
    ((key, _),) = keyed(document, [first])
    made = {
        text: chosen_fixes(document, [first, other, far], Severity.WARNING, Choices({key: text}))
        for text in ("一", "壹")
    }
    assert made["一"] == (first.fix, other.fix)
    assert [fix.text for fix in made["壹"]] == ["壹"]


def test_ignored_findings_are_not_minded() -> None:
    document = draft("甲乙丙丁")
    made = [finding(0, 1), finding(0, 1), finding(1, 2)]
    names = [key for key, _ in keyed(document, made)]
    assert minded(document, made, Choices(ignored=frozenset(names[1:]))) == made[:1]


def test_a_text_comes_back_with_what_was_accepted_and_every_other_byte() -> None:
    data = TEXT.replace("\n", "\r\n").encode("gb18030")
    first, second, _ = keys("a.txt", data)
    done = delivered("a.txt", data, SETTINGS, "fixed", Choices({first: "避暑"}, frozenset({second})), DATE)
    assert done.data == TEXT.replace("避署", "避暑", 1).replace("\n", "\r\n").encode("gb18030")
    assert done.changes == 1
    assert delivered("a.txt", data, SETTINGS, "fixed", Choices(), DATE).data == data


def test_a_word_file_comes_back_as_chosen() -> None:
    summer, deploy = keys("a.docx", WORD)
    choices = Choices({summer: "避暑"}, frozenset({deploy}))
    noted = delivered("a.docx", WORD, SETTINGS, "comments", choices, DATE)
    assert (noted.comments, noted.changes) == (1, 0)
    assert "避署" in part(noted.data, "word/comments.xml")
    assert "布署" not in part(noted.data, "word/comments.xml")
    tracked = delivered("a.docx", WORD, SETTINGS, "tracked", choices, DATE)
    assert (tracked.comments, tracked.changes) == (0, 1)
    assert "<w:ins " in part(tracked.data, "word/document.xml")
    assert part(tracked.data, "word/comments.xml") == ""
    fixed = delivered("a.docx", WORD, SETTINGS, "fixed", choices, DATE)
    assert read_bytes("a.docx", fixed.data).text == "要打造避暑胜地。\n把任务布署到位。"
    assert "<w:ins " not in part(fixed.data, "word/document.xml")


@pytest.mark.parametrize(
    ("name", "data", "kind", "problem"),
    [
        ("a.txt", b"x", "comments", "review-word-only"),
        ("a.txt", b"x", "tracked", "review-word-only"),
        ("a.docx", b"", "fixed", "empty-file"),
        ("a.docx", b"{\\rtf1}", "fixed", "legacy-word"),
        ("a.pdf", b"x", "fixed", "unsupported"),
    ],
)
def test_what_cannot_be_done_says_why(name: str, data: bytes, kind: str, problem: str) -> None:
    with pytest.raises(Problem) as raised:
        delivered(name, data, SETTINGS, kind, Choices(), DATE)  # type: ignore[arg-type]
    assert raised.value.key == problem
