"""The shapes of what the API takes and gives, as its OpenAPI description shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from speechlint.model import Severity
from speechlint.web.form import FILES, Chosen


class Record(BaseModel):
    """Nothing stands in an answer that is not described."""

    model_config = ConfigDict(extra="forbid")


class Refused(Record):
    """Why a request was not answered."""

    error: str


class Place(Record):
    """Lines and columns count from 1, offsets from 0, both in characters (code points)."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str


class Edit(Record):
    """A text, and what it takes the place of."""

    text: str
    replaces: Place


class Offer(Edit):
    """A correction that may be accepted by its text; like faults that are mended with it stand in `also`."""

    safe: bool
    also: list[Edit]


class Related(Place):
    """Another place that a finding speaks of."""

    message: str


class Fixed(Record):
    """The rule's own correction."""

    start: int
    end: int
    text: str
    safe: bool


class Found(Place):
    """One finding; `key` names it when the same draft is sent for a review."""

    key: str
    rule: str
    family: str
    family_title: str
    severity: Severity
    message: str
    path: str
    part: str
    suggestions: list[str]
    fix: Fixed | None
    offers: list[Offer]
    related: list[Related]
    fingerprint: str


class Line(Record):
    """One paragraph, and the offset of its first character in the draft."""

    start: int
    text: str
    kind: str


class CheckedDraft(Record):
    """One draft checked; with an `error` only its name stands beside it. The pictures are SVG, empty for none."""

    name: str
    error: str | None = None
    format: str = ""
    characters: int = 0
    notes: list[str] = []
    lines: list[Line] = []
    findings: list[Found] = []
    outline: str = ""
    timeline: str = ""


class CheckAnswer(Record):
    """Every draft in the order sent."""

    files: list[CheckedDraft]


class CheckFailed(Refused, CheckAnswer):
    """The drafts, one or more of which the server itself could not finish."""


class RuleTitle(Record):
    """One rule in the list."""

    id: str
    family: str
    family_title: str
    title: str
    severity: Severity
    enabled: bool


class RulePage(RuleTitle):
    """One rule's page; ⟦⟧ in a bad example mark where the finding falls, rates are per 10,000 characters."""

    message: str
    why: str
    source: str
    fix: str
    bad: list[str]
    good: list[str]
    measured: str


def form(properties: Mapping[str, object], required: list[str]) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "required": required}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


FILE: dict[str, object] = {"type": "string", "format": "binary"}
DRAFT: dict[str, dict[str, object]] = {
    "files": {"type": "array", "items": FILE, "maxItems": FILES},
    "text": {"type": "string", "description": "a pasted text in place of files"},
    "name": {"type": "string", "description": "the file name of a pasted text; its suffix is .txt or .md"},
}
CHOICES = {
    "type": "string",
    "contentMediaType": "application/json",
    "contentSchema": Chosen.model_json_schema(),
    "description": '{"kind": "comments", "tracked" or "fixed", "accepted": {key: text}, "ignored": [key]}',
}
CHECK_FORM = form(DRAFT, [])
REVIEW_FORM = form({**DRAFT, "files": {**DRAFT["files"], "maxItems": 1}, "choices": CHOICES}, ["choices"])
