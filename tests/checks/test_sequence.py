"""The kind `sequence`."""

from making import draft

from speechlint.checks.sequence import sequence
from speechlint.language.analysis import Analysis


def test_a_fault_is_told_with_the_ordinals_it_is_seen_against() -> None:
    document = draft("一、甲", "二、乙", "要讲清。三、丙", "四、丁", "五、戊")
    (match,) = sequence(Analysis(document), fault="glued")
    assert document.text_of(match.span) == "三、"
    assert (match.fields["other"], match.fields["before"]) == ("一、、二、、四、、五、", "五、")
    assert [document.text_of(clue.span) for clue in match.related] == ["一、", "二、", "四、", "五、"]
