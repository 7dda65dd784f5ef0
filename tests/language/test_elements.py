"""Number, annexes and date of an official document are told by where they stand."""

import pytest
from making import draft

from speechlint.language.analysis import Analysis

TITLE = "关于做好农田水利建设工作的通知"
PROSE = "为做好今冬明春农田水利建设，现将有关事项通知如下。各镇要抓紧组织。"


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (
            ["青水发〔2024〕3号", TITLE, PROSE, "附件：1.分工表", "2.名单", "县水利局", "2024年3月5日"],
            "number annex annex date",
        ),
        (["青水发[24]第03号", TITLE, PROSE, "附件1:分工表", "附件2:名单", "二〇二四年三月"], "number annex annex date"),
        ([TITLE, "2024.3.5", PROSE, "县水利局"], ""),
        ([TITLE, PROSE, "按合同（2024）第3号执行。", "2024-03-05"], "date"),
        ([TITLE, PROSE, "2024年3月5日", "附件", "2024.3.5", "一、分工表"], "date"),
        ([TITLE, PROSE, "县水利局", "附件1：分工表"], ""),
        (["第3号", TITLE, PROSE], ""),
        (["2024年3月5日", "一、分工表"], ""),
    ],
)
def test_an_element_is_told_by_its_place(lines: list[str], kinds: str) -> None:
    assert " ".join(element.kind for element in Analysis(draft(*lines)).elements) == kinds
