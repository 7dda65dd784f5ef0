"""Members a sentence names for its own count, marked with ⟦…⟧: told apart, bounded, or not believed at all."""

import pytest

from speechlint.examples import document_of, mark, unmark
from speechlint.language.answers import Answer
from speechlint.language.claims import claims
from speechlint.language.enumerations import enumerated

LONGEST, LONGEST_SENTENCE = 24, 600


def answered(text: str) -> list[Answer]:
    document = document_of(text)
    return [answer for claim in claims(document) if (answer := enumerated(document, claim))]


def many(length: int) -> str:
    return "甲" * length


# As many as the draft says.
RIGHT = f"""
今冬要抓好三项检查，即⟦查电⟧、⟦查气⟧、⟦查火⟧
今冬要抓好三项检查，即⟦查电⟧、⟦查气⟧、⟦查火⟧。还要巡查、守夜。
今冬要抓好三项检查，即⟦查电⟧、⟦查{many(LONGEST - 2)}⟧、⟦查火⟧。
抓好⟦春耕⟧和⟦防火⟧、⟦招商⟧、⟦安全⟧四项工作。
抓好春耕和⟦防火⟧、⟦招商⟧和⟦安全⟧三项工作。
抓好⟦春耕⟧、⟦招商⟧和⟦安全⟧以及⟦防汛⟧四项工作。
抓好⟦春耕⟧与⟦防火⟧两项工作。
学习⟦《纪律和规矩》⟧和⟦《食品和药品》⟧两项制度。
推进⟦（市和县）联动⟧和⟦（镇和村）联防⟧两项工作。
要狠抓⟦项目⟧、⟦招商引资⟧、⟦用地⟧、⟦用工⟧四个环节。
要狠抓⟦项目建设⟧、⟦招商⟧、⟦用地⟧、⟦用工管理⟧、⟦融资保障⟧五个环节。
要狠⟦抓项目⟧、⟦找资金⟧、⟦建园区⟧三个环节。
⟦项目⟧、⟦招商引资⟧两个环节都要抓。
⟦抓项目⟧、⟦招商⟧、⟦用地管理⟧三个环节都要抓。
坚决整治⟦“等，靠”⟧⟦“庸懒散”⟧两种现象。
⟦“等，靠”⟧⟦“庸懒散”⟧两种现象要整治。
各位同志：/⟦“等，靠”⟧⟦“庸懒散”⟧两种现象要整治。
说干就干，不等不靠；⟦“等，靠”⟧、⟦“庸懒散”⟧两种现象要整治。
在“⟦减⟧、⟦增⟧、⟦降⟧”三个字上下功夫。
落实“三个坚持”：⟦坚持党建引领⟧，⟦坚持项目为王⟧，⟦坚持绿色发展⟧。
落实“三个坚持”，即⟦坚持党建引领，一以贯之⟧；⟦坚持项目为王⟧；⟦坚持绿色发展⟧
落实“三个到位”（⟦责任到位⟧、⟦措施到位⟧、⟦监管到位⟧），一抓到底。
落实“三个到位”：⟦责任到位⟧、⟦“双随机、一公开”到位⟧、⟦监管到位⟧。
当好“三员”，即⟦宣传员⟧、⟦调解员⟧、⟦保洁员⟧。
归结起来就是“两个字”：⟦实⟧、⟦细⟧。
落实三个“到位”：⟦责任到位⟧、⟦措施到位⟧、⟦监管到位⟧。
落实“三个坚持”：“⟦坚持党建引领”、⟧“⟦坚持项目为王”、⟧“⟦坚持绿色发展”⟧。
做到“三有”：⟦有人员⟧、⟦有制度⟧、⟦有台账等⟧。
落实“三个坚持”：⟦坚持党建引领，始终坚持⟧、⟦坚持项目为王⟧、⟦坚持绿色发展⟧
推行“两个一”机制，即⟦一名领导⟧、⟦一个专班⟧。
"""

# Not as many as it says: what is there is told.
WRONG = f"""
今冬要抓好四项检查，即⟦查电⟧、⟦查气⟧、⟦查火⟧。
⟦减少违建⟧、⟦乱占⟧、⟦乱搭⟧四种现象。
⟦狠抓项目⟧、⟦招商⟧、⟦用地⟧、⟦用工⟧三个环节。
⟦狠抓项目⟧、⟦招商⟧、⟦用地⟧五个环节。
⟦狠抓{many(LONGEST)}⟧、⟦招{many(LONGEST - 1)}⟧、⟦用{many(LONGEST // 2 - 1)}⟧四个环节。
⟦狠抓项目⟧、⟦招商引资⟧、⟦用地保障⟧、⟦用工⟧五个环节。
⟦整治“等靠要”⟧⟦“庸懒散”⟧三种现象。
说干就干，不等不靠；⟦整治“等，靠”⟧、⟦“庸懒散”⟧三种现象。
"""

# Named so that nobody can tell.
SILENT = f"""
今冬要抓好两项检查，即查电、查气。
今冬要抓好三项检查，即查电、查气，把查火也抓起来。
今冬要抓好三项检查，即查电、查气、防火。
今冬要抓好三项检查，即查电、查{many(LONGEST - 1)}、查火。
今冬要抓好四项检查，即查电、查气、查火等。
今冬要抓好三项检查。查电、查气、查火。
有信心、有底气、有能力完成四项任务。
狠抓项目、招商、用地两个环节。
狠抓项目、招商、用地六个环节。
狠抓项目、招商、用地、用工、融资、物流三个环节。
狠抓项目、招{many(LONGEST)}、用{many(LONGEST // 2)}四个环节。
狠抓项目、招{many(LONGEST - 1)}、用{many(LONGEST // 2 - 2)}四个环节。
狠抓项目、招商引资、用地保障、税五个环节。
狠抓项目、招商四个环节。
聚焦投资、消费、出口等四项指标。
强化“一盘棋”、“看齐”、“大局”五种意识。
强化“看齐”、“大局”、“一盘棋”五种意识。
增强看齐意识、大局观念、“四个意识”教育四种意识。
增强“四个意识”教育、看齐意识、大局观念四种意识。
坚持和弘扬“实干”三种精神。
落实“三个到位”，责任到位。
落实“三个到位”：抓责任、抓措施。
落实“三个到位”：责任到位、措施到位等。
落实“三个坚持”：一、坚持党建，二、坚持项目。
落实“三个坚持”：始终坚持党建、一直坚持项目。
归结起来就是“两个字”：实干、细。
推行“两个一”机制，即一名领导、专班。
归结起来就是“三个字”：实。
要过“三关”，关心群众，关爱干部。
今年要过好“三关”。思想关、质量关。
"""


def cases(table: str) -> list[str]:
    return [line.replace("/", "\n") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("marked", "holds"), [*((c, True) for c in cases(RIGHT)), *((c, False) for c in cases(WRONG))])
def test_these_members_are_named(marked: str, holds: bool) -> None:
    text, _ = unmark(marked)
    (answer,) = answered(text)
    assert mark(text, answer.members) == marked
    assert answer.holds is holds


@pytest.mark.parametrize("text", cases(SILENT))
def test_no_members_are_named_that_can_be_told_apart(text: str) -> None:
    assert answered(text) == []


@pytest.mark.parametrize(("words", "members"), [(1, 2), (2, 3)])
def test_so_much_of_a_sentence_is_read_for_its_members(words: int, members: int) -> None:
    first, second = "坚持党建引领、", "坚持项目为王、"
    filling = "，" * (LONGEST_SENTENCE - len(first + second) - words)
    (answer,) = answered(f"落实“三个坚持”：{first}{second}{filling}坚持绿色发展。")
    assert len(answer.members) == members
