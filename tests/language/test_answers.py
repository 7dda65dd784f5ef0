"""What answers a stated count: the members marked with ⟦…⟧, named beside it or numbered before or after it."""

import pytest

from speechlint.examples import document_of, mark, unmark
from speechlint.language.analysis import Analysis
from speechlint.model import BlockKind, Paragraph, compose

ANSWERED = """
加快⟦装备制造⟧、⟦生物医药⟧、⟦现代物流⟧三大产业，壮大集群。
抓好⟦春耕⟧、⟦招商⟧和⟦安全⟧三项工作。
狠抓⟦项目⟧、⟦招商⟧、⟦用地⟧、三个环节。
落实“三个坚持”，即⟦坚持党建引领⟧、⟦坚持项目为王⟧和⟦坚持绿色发展⟧。
在“⟦减⟧、⟦增⟧、⟦降⟧”三个字上下功夫。
坚决整治⟦“等靠要”⟧⟦“庸懒散”⟧⟦“推拖绕”⟧三种现象。
做到“四有”：⟦有人员⟧、⟦有制度⟧、⟦有台账⟧、⟦有考核⟧。
推行“三个一”机制，即⟦一名领导⟧、⟦一个专班⟧、⟦一套方案⟧。
要办好“四个一”工程，即⟦修通一条路⟧、⟦建好一所学校⟧、⟦办好一个诊所⟧、⟦种好一片林⟧。
归结起来就是“三个字”：⟦实⟧、⟦细⟧、⟦严⟧。
当好“三员”，即⟦政策宣传员⟧、⟦矛盾调解员⟧、⟦环境保洁员⟧。
今冬要抓好四项检查，即⟦查电⟧、⟦查气⟧、⟦查火⟧、⟦查路⟧。
聚焦⟦投资⟧、⟦消费⟧、⟦出口⟧、⟦就业⟧等四项指标，补短板。
要办好⟦修路⟧、⟦改水⟧、⟦建校⟧三件实事，一件一件抓到底。/一要修路到户。/二要改水到家。/三要建校到村。
⟦一是⟧抓早，⟦二是⟧抓小，⟦三是⟧抓实。这三点缺一不可。
⟦一、⟧学习要深入/⟦二、⟧检查要严格/⟦三、⟧整改要彻底/以上三点，请各支部落实。
⟦一、⟧学习要深入/一是早学。二是常学。三是真学。/⟦二、⟧检查要严格/以上两点，请各支部落实。
我讲三点意见。/⟦一、⟧提高认识/一是看全国。二是看全省。/⟦二、⟧突出重点/⟦三、⟧狠抓落实
"""


@pytest.mark.parametrize("marked", [line.replace("/", "\n") for line in ANSWERED.strip().splitlines()])
def test_a_count_is_answered_by_these_members(marked: str) -> None:
    document = document_of(unmark(marked)[0])
    (answer,) = Analysis(document).answers
    assert mark(document.text, answer.members) == marked
    assert answer.holds


PROSE = "去年以来，各村都动了起来，路修到了组，水通到了户，乡亲们看在眼里、记在心上。"

# The members of the list that is believed to answer, however many the draft promises.
BELIEVED = f"""
讲两点意见：⟦一是⟧抓早，⟦二是⟧抓小，此外还有一件事。
讲三点意见：/⟦一、⟧抓早/⟦二、⟧抓小。此外还有一件事。
同志们：/我讲两点意见：/⟦货从哪里来⟧/…/⟦货往哪里去⟧/…
同志们：/要抓好两件事：/⟦货从哪里来⟧/…/⟦货往哪里去⟧/…
我讲三点意见。各位都要听好记好。/⟦一、⟧抓早/⟦二、⟧抓小
我强调三点，{"请" * 79}。/⟦一、⟧抓早/⟦二、⟧抓小
一、抓好三件大事/⟦一是⟧抓防汛。/⟦二是⟧抓抗旱。/二、加强领导
一、抓好两件大事，推进发展/⟦一是⟧抓防汛。/⟦二是⟧抓抗旱。/二、加强领导
一、抓好三件大事。要高度重视。/⟦一是⟧抓防汛。/⟦二是⟧抓抗旱。/二、加强领导
一、抓好三件大事/要高度重视。//⟦一是⟧抓防汛。/⟦二是⟧抓抗旱。/二、加强领导
一、抓好三件大事：⟦一是⟧抓防汛。⟦二是⟧抓抗旱。/二、加强领导
推进“三个疏导”。⟦一要⟧疏导交通。⟦二要⟧疏导供水。
推进“三个疏导”。⟦一要⟧疏导交通。⟦二要⟧疏导供水。⟦三要⟧疏导用电。⟦四要⟧加强供气。
推进“三个疏导”。⟦一要⟧{"加" * 38}疏导。⟦二要⟧疏导供水。
推进“三关”。⟦一是⟧过思想关。⟦二是⟧过质量关。
推进“三关”。⟦一是⟧关窗，通风。⟦二是⟧过“质量关”，从严。⟦三是⟧补课，堵漏。
推进“三关”。⟦一是⟧{"过" * 39}关，通风。⟦二是⟧过质量关。
办好修路、改水、建校三件实事。/⟦一要⟧修路。/⟦二要⟧改水。
"""

UNBELIEVED = f"""
讲三点意见：一是抓早，二是抓小，此外还有一件事。
同志们：/我讲三点意见：/货从哪里来/…/货往哪里去/…
同志们：/我讲两点意见：/…/货从哪里来/…/货往哪里去/…
同志们：/我讲两点意见，{"请" * 81}：/货从哪里来/…/货往哪里去/…
我强调三点，{"请" * 80}。/一、抓早/二、抓小
我强调三点，请大家记好。/请听。/一、抓早/二、抓小
我强调三点，请大家记好。一是抓早。二是抓小。
一、抓好三件大事，推进发展/一是抓防汛。/二是抓抗旱。/二、加强领导
一、抓好三件大事/要高度重视。/要加强领导。/一是抓防汛。/二是抓抗旱。/二、加强领导
一、加强领导。抓好两件大事/要高度重视。/一是抓防汛。/二是抓抗旱。/二、加强督查
推进“三个疏导”。一要疏导交通。二要加强供水。
推进“三个疏导”。一要落实三个疏导。二要疏导供水。
推进“三个疏导”。一要{"加" * 39}疏导。二要疏导供水。
推进“三关”。一是过思想关。二是过质量门。
推进“三关”。一是{"过" * 40}关，通风。二是过质量关。
"""


def told(text: str) -> list[str]:
    document = document_of(text.replace("…", PROSE).replace("/", "\n"))
    answers = [answer for answer in Analysis(document).answers if answer.series is not None]
    return [mark(document.text, answer.members).replace(PROSE, "…").replace("\n", "/") for answer in answers]


@pytest.mark.parametrize("marked", BELIEVED.strip().splitlines())
def test_a_list_is_believed_to_answer(marked: str) -> None:
    assert told(unmark(marked)[0]) == [marked]


@pytest.mark.parametrize("text", UNBELIEVED.strip().splitlines())
def test_a_list_may_answer_something_else(text: str) -> None:
    assert told(text) == []


def headed(said: str, *headings: str) -> list[tuple[int, bool]]:
    """How many marked headings answer what is said, and whether they are as many."""
    lines = [Paragraph("题目", BlockKind.HEADING, 1), Paragraph(said)]
    lines += [line for text in headings for line in (Paragraph(text, BlockKind.HEADING, 2), Paragraph(PROSE))]
    return [(len(answer.members), answer.holds) for answer in Analysis(compose("a.docx", lines)).answers]


@pytest.mark.parametrize(
    ("said", "headings", "answer"),
    [
        ("我讲三点意见。", ["货从哪里来", "货往哪里去"], [(2, False)]),
        ("我讲两点意见。", ["货从哪里来", "货往哪里去"], [(2, True)]),
        ("我讲三点意见。", ["货从哪里来", "货往哪里去", "结束语"], [(3, True)]),
        ("我讲两点意见。", ["货从哪里来", "货往哪里去", "结束语"], []),
        ("要抓好三件事。", ["货从哪里来", "货往哪里去"], []),
        ("要抓好两件事。", ["货从哪里来", "货往哪里去"], [(2, True)]),
        ("路上有两把钥匙。", ["货从哪里来", "货往哪里去"], [(2, True)]),
        ("路上有两把扫帚。", ["货从哪里来", "货往哪里去"], []),
        ("我讲三点意见，" + "请" * 80, ["货从哪里来", "货往哪里去"], [(2, False)]),
        ("我讲三点意见，" + "请" * 81, ["货从哪里来", "货往哪里去"], []),
    ],
)
def test_marked_headings_answer_a_promise_about_the_whole_speech(
    said: str, headings: list[str], answer: list[tuple[int, bool]]
) -> None:
    assert headed(said, *headings) == answer
