"""What is wrong with the order of a list: which fault, at which ordinal, what should stand there, seen against what."""

import pytest

from speechlint.examples import document_of, mark, unmark
from speechlint.language.analysis import Analysis
from speechlint.language.disorder import Disorder, disorders, stuck
from speechlint.language.lists import lists
from speechlint.language.ordinals import ordinals

# A list with its faulty ordinal marked, the fault, the value looked for, the labels it is seen against.
FAULTY = """
一、甲/二、乙/⟦四、⟧丁 skipped 3 二、
一、甲/二、乙/⟦二、⟧丙 repeated 3 二、
一、甲/二、乙/⟦二、⟧丙/四、丁 repeated 3 二、
一、甲/⟦三、⟧乙/二、丙/四、丁 reversed 2 二、
一、甲/二、乙/⟦五、⟧丙/四、丁 skipped 3 二、
一、甲/二、乙/⟦四、⟧丙/五、丁/六、戊 skipped 3 二、
大家好。/⟦二、⟧乙/三、丙 headless 1
大家好。/⟦二、⟧乙/三、丙/四、丁 headless 1
大家好。/⟦二、⟧乙 headless 1
分几步走。第一步，乙。第二步，甲；⟦第二，⟧丙；第三，丁。 headless 1
分几步走。/第一步，乙；⟦第二，⟧丙；第三，丁。 headless 1
要统一认识。/⟦二、⟧乙/三、丙 headless 1
一、甲/⟦二.⟧乙/三、丙 mixed 2 一、
一、甲/二、乙/要讲清。⟦三、⟧丙/四、丁/五、戊 glued 3 一、二、四、五、
一、甲/二、乙/要讲明。⟦三、⟧丙 glued 3 一、二、
一、甲/⟦（1）⟧早学/（2）常学/二、乙 jumped 1 一、
"""

SEVERAL = """
一、甲/⟦三、⟧乙/四、丙/⟦六、⟧丁/七、戊 skipped/2 skipped/5
一、甲/⟦三、⟧乙/四、丙/⟦三、⟧丁/五、戊 repeated/2 repeated/5
一、甲/⟦三、⟧乙/⟦五、⟧丙/⟦七、⟧丁 skipped/2 skipped/4 skipped/6
一、甲/⟦五、⟧乙/⟦四、⟧丙/⟦三、⟧丁/⟦二、⟧戊 skipped/2 reversed/6 reversed/6 reversed/6
一、甲/二、乙/三、丙/⟦九、⟧丁/十、戊/⟦四、⟧己 skipped/4 reversed/11
"""

SOUND = """
一、甲/二、乙/三、丙
二、乙/三、丙
大家好。/三、乙/四、丙
大家好。/二、乙/四、丙
大家好。/②乙/③丙
大家好。/第二条　乙/第三条　丙
大家好。/第二阶段，乙/第三阶段，丙
首先，讲学习。/二、乙/三、丙
分几步走。第一步，乙；第二，丙；第三，丁。
要讲清。一、甲/二、乙/三、丙/四、丁
一、甲/要讲清。二、乙/要讲明。三、丙/四、丁
（一）甲/（1）早学/（2）常学
一、甲/一是早学/二是常学/（1）真学/（2）实学
一、甲。（1）早学。（2）常学。/二、乙
"""


def faults(text: str) -> list[Disorder]:
    analysis = Analysis(document_of(text))
    return sorted(
        (fault for series in analysis.lists for fault in analysis.faults.of(series)), key=lambda fault: fault.at.span
    )


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", lines(FAULTY))
def test_a_faulty_list_has_this_one_fault(line: str) -> None:
    marked, fault, expected, *others = line.split(" ")
    text = unmark(marked)[0].replace("/", "\n")
    (found,) = faults(text)
    assert mark(text, (found.at.span,)) == marked.replace("/", "\n")
    assert (found.fault, found.expected) == (fault, int(expected))
    assert "".join(text[other.span.start : other.span.end] for other in found.others) == "".join(others)


@pytest.mark.parametrize("line", lines(SEVERAL))
def test_after_a_fault_the_count_goes_on_as_the_next_ordinal_confirms(line: str) -> None:
    marked, *told = line.split(" ")
    text = unmark(marked)[0].replace("/", "\n")
    found = faults(text)
    assert mark(text, tuple(one.at.span for one in found)) == marked.replace("/", "\n")
    assert [f"{one.fault}/{one.expected}" for one in found] == told


@pytest.mark.parametrize("text", lines(SOUND))
def test_a_list_that_may_be_meant_so_has_no_fault(text: str) -> None:
    assert faults(text.replace("/", "\n")) == []


def test_no_more_than_twenty_ordinals_are_shown_beside_a_fault() -> None:
    (alike,) = lists(ordinals(document_of("\n".join(["一、甲", *["二、乙"] * 30]))))
    repeated = [fault for fault in disorders(alike, lambda *_: True) if fault.fault == "repeated"]
    assert {(len(fault.others), fault.at in fault.others) for fault in repeated} == {(20, False)}
    glued = "\n".join([*(f"{n}.甲" for n in range(1, 31)), "要讲清。31.乙"])
    assert [len(fault.others) for fault in faults(glued)] == [20]


@pytest.mark.parametrize(
    ("opening", "reach"), [("。一方面", 600), ("首先", 5000), ("。第一步", 600), ("（1）", 600), ("一要", 600)]
)
def test_so_far_before_a_list_its_first_item_may_stand(opening: str, reach: int) -> None:
    def told(between: int) -> list[str]:
        filling = "话" * (between - len(opening) - 1)
        return [fault.fault for fault in faults(f"大家好{opening}{filling}\n二、乙\n三、丙")]

    assert told(reach) == []
    assert told(reach + 1) == ["headless"]


@pytest.mark.parametrize(
    ("text", "costs"),
    [
        ("一、甲/二、乙", [0]),
        ("一、甲/二、乙/四、丁", [1]),
        ("一、甲/三、乙/五、丙/七、丁", [3]),
        ("（一）甲", [1]),
        ("大家好。/二、乙", [1]),
        ("大家好。/二、乙/三、丙", [1]),
        ("大家好。/三、乙/四、丙", [1]),
        ("首先，讲学习。/二、乙/三、丙", [1]),
    ],
)
def test_a_list_of_one_item_or_without_a_first_is_never_taken_for_sound(text: str, costs: list[int]) -> None:
    analysis = Analysis(document_of(text.replace("/", "\n")))
    assert [analysis.faults.cost(series) for series in analysis.lists] == costs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、抓农业\n要备足化肥。\n一、抓工业\n要盯住开工。\n一、抓服务\n要办好展会。", [2, 3]),
        ("一、抓农业\n（一）备肥\n（二）整地\n一、抓工业\n（一）开工\n一、抓服务\n（一）办展", [2, 3]),
        ("一、抓农业\n一、抓工业", []),
        ("一、抓农业\n二、抓工业\n一、抓服务\n二、抓项目\n一、抓民生\n二、抓稳定", []),
        ("1.抓农业\n1.抓工业\n1.抓服务", []),
        ("要抓好三件事：一、抓农业。一、抓工业。一、抓服务。", []),
    ],
)
def test_headings_that_all_say_one_never_went_on(text: str, expected: list[int]) -> None:
    assert [fault.expected for fault in stuck(Analysis(document_of(text)).lists)] == expected
