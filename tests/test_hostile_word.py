"""Word files damaged at random: checked, reviewed and fixed, each ends with a result or one Problem, and soon.

500 cases; `pytest --word-cases 10000 -m slow` runs as many as one likes.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx_files import comment, commented, extended, level, members, numbered, numbering, p, pack, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechlint.mending import mend
from speechlint.messages import Problem
from speechlint.readers import read_bytes
from speechlint.reviewing import review
from speechlint.rule_file import load_rules
from speechlint.selection import select_rules
from speechlint.session import Settings, findings_in

SETTINGS = Settings(select_rules(load_rules(), ("typo/misspelling", "placeholder", "file")))
FIXABLE = frozenset(rule.id for rule in SETTINGS.rules if rule.fix)
# Of this process's own work: a busy machine makes no file slow.
SECONDS = 5
OUR_FAULTS = ("proof-failed", "internal-error", "rule-failed")
DATE = "2024-05-01T08:00:00Z"
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BODY = (
    p(run("打造避") + run("署", "<w:b/>") + run("胜地") + commented(1, run("，共×个")))
    + numbered("避署")
    + p(f'<w:ins w:id="7" w:author="李四">{run("布署")}</w:ins>')
    + p(f'<w:del w:id="8" w:author="speechlint">{run("甲")}</w:del>')
    + f"<w:tbl><w:tr><w:tc>{p(commented(2, run('避署')))}</w:tc></w:tr></w:tbl>"
    + p(FIELD.format("begin") + run("甲") + FIELD.format("separate") + run("避署") + FIELD.format("end"))
    + p('<w:r><w:footnoteReference w:id="1"/></w:r>' + run("暗", "<w:vanish/>"))
    + SECTION
)
WHOLE = {
    name: content.encode()
    for name, content in members(
        BODY,
        header1=p("避署"),
        footnotes=f'<w:footnote w:id="1">{p("布署")}</w:footnote>',
        numbering=numbering(level(0, "chineseCounting", "%1、")),
        styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
        comments=comment(1, "忽略 typo") + comment(2, "“避署”应为“避暑”", "规则 typo/misspelling", author="speechlint"),
        commentsExtended=extended(1) + extended(2, done=True),
    ).items()
}
PIECES = st.sampled_from(
    [b"<w:p>", b"</w:p>", b"<w:r>", b"</w:r>", b"<w:ins>", b'<w:ins w:author="speechlint">', b"</w:ins>", b"<w:tbl>",
     b'<w:commentRangeEnd w:id="1"/>', b'<w:fldChar w:fldCharType="begin"/>', b'w:id="x"', b'w:id="99999999999"',
     b"<!--", b"<!DOCTYPE x>", b"&x;", b"\xff", b"\0", b"", b'<w:sym w:char="FFFF"/>', b"<w:br/>", b"<w:t/>",
     b"<w:del>", b"</w:del>"]
)  # fmt: skip


@st.composite
def mutated_parts(draw: st.DrawFn) -> bytes:
    """The file with bytes of some parts cut out, doubled or replaced, parts left out or put in another's place."""
    files = dict(WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(files)))
        content = files[name]
        start = draw(st.integers(0, len(content)))
        end = min(start + draw(st.integers(0, 60)), len(content))
        how = draw(st.sampled_from(["cut", "double", "insert", "swap", "element", "other"]))
        if how == "other":
            files[name] = files[draw(st.sampled_from(sorted(files)))]
        elif how == "element":
            files[name] = without_element(content, draw(st.integers(0, content.count(b"<w:"))))
        elif how == "swap":
            files[name] = content.replace(draw(PIECES) or b"w:p", draw(PIECES), 1)
        else:
            put = {"cut": b"", "double": content[start:end] * 2}.get(how, draw(PIECES))
            files[name] = content[:start] + put + content[end if how != "insert" else start :]
    if draw(st.booleans()):
        files.pop(draw(st.sampled_from(sorted(files))))
    return pack(files)


def without_element(content: bytes, number: int) -> bytes:
    """The part with one tag turned into another that is well formed."""
    pieces = content.split(b"<w:")
    index = number % len(pieces)
    pieces[index] = pieces[index].replace(b"/>", b' w:val="-1"/>', 1)
    return b"<w:".join(pieces)


@st.composite
def mutated_zips(draw: st.DrawFn) -> bytes:
    """The zip itself with bytes changed, cut off or repeated."""
    data = bytearray(pack(WHOLE))
    for _ in range(draw(st.integers(1, 5))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(len(data) // 2, len(data)))] if draw(st.booleans()) else data)


def survives(data: bytes) -> None:
    begin = time.process_time()
    for work in (checked, commented_and_tracked, mended):
        problem = problem_of(work, data)
        assert problem is None or (problem.key not in OUR_FAULTS and problem.say("zh"))
    assert time.process_time() - begin < SECONDS


def problem_of(work: Callable[[bytes], None], data: bytes) -> Problem | None:
    try:
        work(data)
    except Problem as problem:
        return problem
    return None


def checked(data: bytes) -> None:
    findings_in(read_bytes("a.docx", data), SETTINGS)


def commented_and_tracked(data: bytes) -> None:
    text = read_bytes("a.docx", data).text
    assert read_bytes("a.docx", review("a.docx", data, SETTINGS, "comments", date=DATE).data).text is not None
    both = review("a.docx", data, SETTINGS, "both", date=DATE).data
    with zipfile.ZipFile(io.BytesIO(both)) as package:
        assert package.testzip() is None
    assert text is not None


def mended(data: bytes) -> None:
    mend(Path("a.docx"), data, SETTINGS, FIXABLE, unsafe=True)


CASES = st.one_of(mutated_parts(), mutated_zips())
HEALTH = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


def test_the_whole_file_has_much_to_find() -> None:
    done = review("a.docx", pack(WHOLE), SETTINGS, "both", date=DATE)
    assert done.comments >= 5
    assert done.changes >= 2


@settings(max_examples=500, deadline=None, suppress_health_check=HEALTH)
@given(CASES)
def test_a_damaged_file_gives_a_result_or_one_problem(data: bytes) -> None:
    survives(data)


@pytest.mark.slow
def test_thousands_of_damaged_files_do(request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("--word-cases")
    if not count:
        pytest.skip("asked for by --word-cases N")
    settings(max_examples=count, deadline=None, suppress_health_check=HEALTH)(given(CASES)(survives))()
