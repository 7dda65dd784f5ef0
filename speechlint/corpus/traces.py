"""What comparing needs to know of each draft, so short that a million drafts' fit into memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

import pyarrow as pa

from speechlint.corpus.masking import template
from speechlint.corpus.rows import shown
from speechlint.corpus.sentences import SENTENCES, sentence_rows
from speechlint.corpus.signatures import Signature, signature
from speechlint.corpus.spellings import Term, asking, terms
from speechlint.model import Document
from speechlint.ruleset import Rule

SIGNATURES = pa.schema(
    [(name, pa.binary()) for name in ("text_digest", "text_hashes", "template_digest", "template_hashes")]
)
TERMS = pa.schema(
    [
        *((name, pa.string()) for name in ("rule", "about", "text")),
        ("draft", pa.int32()),
        ("line", pa.int32()),
        ("start", pa.int64()),
        ("end", pa.int64()),
    ]
)
# Where the traces of a shard are kept: a row of signatures for each row of documents, in the same order.
FOLDER = "traces"
TABLES = {"signatures": SIGNATURES, "sentences": SENTENCES, "terms": TERMS}


@dataclass
class Traces:
    """Of every draft, by its number, the signatures of its text and of its template; all sentences and terms.

    `asked` are the rules that tell which terms belong together.
    """

    asked: Sequence[Rule]
    texts: list[Signature] = field(default_factory=list)
    templates: list[Signature] = field(default_factory=list)
    sentences: list[dict[str, object]] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)

    @classmethod
    def by(cls, rules: Iterable[Rule]) -> Traces:
        return cls(asking(rules))

    def add(self, document: Document) -> None:
        """Take in one draft, or nothing of it when anything fails."""
        number = len(self.texts)
        signatures = signature(document.text), signature(template(document).text)
        told, found = list(sentence_rows(number, document)), list(terms(number, document, self.asked))
        self.texts.append(signatures[0])
        self.templates.append(signatures[1])
        self.sentences += told
        self.terms += found

    @property
    def sentence_table(self) -> pa.Table:
        return pa.Table.from_pylist(self.sentences, SENTENCES)

    def rows(self) -> dict[str, list[dict[str, object]]]:
        """The rows of every table, by its name."""
        signatures: list[dict[str, object]] = [
            {
                "text_digest": text.digest,
                "text_hashes": text.hashes,
                "template_digest": template.digest,
                "template_hashes": template.hashes,
            }
            for text, template in zip(self.texts, self.templates, strict=True)
        ]
        found: list[dict[str, object]] = [
            {"rule": term.rule, "about": shown(term.about), "text": shown(term.text), **asdict(term.place)}
            for term in self.terms
        ]
        return {"signatures": signatures, "sentences": self.sentences, "terms": found}


def traces_of(documents: Iterable[Document], rules: Iterable[Rule]) -> Traces:
    made = Traces.by(rules)
    for document in documents:
        made.add(document)
    return made
