"""What answers a stated count: the members marked with ⟦…⟧, named beside it or numbered before or after it."""

import pytest

from speechlint.examples import document_of, mark, unmark
from speechlint.language.analysis import Analysis

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
