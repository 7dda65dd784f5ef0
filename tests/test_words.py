"""Word lists silence misspelling inside a listed word and nowhere else."""

from speechlint.examples import document_of
from speechlint.linter import lint
from speechlint.rule_file import load_rules
from speechlint.words import without_known_words

RULES = [rule for rule in load_rules() if rule.id == "typo/misspelling"]


def test_a_listed_word_is_never_misspelt() -> None:
    document = document_of("王避署昨天来过。\n打造避署胜地。")
    findings = lint(document, RULES)
    assert [document.text_of(f.span) for f in findings] == ["避署", "避署"]
    kept = without_known_words(document, findings, frozenset({"王避署", "王避"}))
    assert [document.position(f.span.start).line for f in kept] == [2]
    assert without_known_words(document, findings, frozenset()) == findings
