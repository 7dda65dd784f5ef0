"""The routes under /api: drafts checked, a draft handed back as chosen, and the rules."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Protocol, TypeVar
from urllib.parse import quote

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from speechlint.measured import measured
from speechlint.messages import Language, Problem, say
from speechlint.ruleset import Rule
from speechlint.web.form import Chosen, read_form, require_fit
from speechlint.web.jobs import Check, Deliver, Draft, Job
from speechlint.web.pool import Pool
from speechlint.web.records import CHECK_FORM, REVIEW_FORM, CheckAnswer, CheckFailed, Refused, RulePage, RuleTitle
from speechlint.web.rule_pages import page_of, title_of

Result = TypeVar("Result")
Asked = Annotated[Language | None, Query(description="zh or en; the server's own language unless given")]
Responses = dict[int | str, dict[str, Any]]
# What is our fault and not the draft's.
OURS = {"took-too-long": 504, "checker-died": 500, "internal-error": 500, "rule-failed": 500, "proof-failed": 500}
STATUS = {**OURS, "too-large": 413, "too-many-files": 413, "unknown-rule": 404}
REFUSALS: Responses = {status: {"model": Refused} for status in (401, 403, 404, 413, 422, 500, 504)}
FAILURES: Responses = {status: {"model": CheckFailed | Refused} for status in (500, 504)}
CHECKED: Responses = {200: {"model": CheckAnswer}, **FAILURES}
BINARY = {"schema": {"type": "string", "format": "binary"}}
FILE: Responses = {200: {"description": "the file", "content": {"application/octet-stream": BINARY}}}


class Work(Protocol):
    """What does a job as soon as a worker is free."""

    async def __call__(self, job: Job[Result]) -> Result: ...


@dataclass(frozen=True, slots=True)
class Answered:
    """A draft's record as JSON, and the problem it tells of."""

    record: bytes
    problem: Problem | None = None


def make_api(pool: Pool, rules: Sequence[Rule], language: Language) -> APIRouter:
    """The routes, served by a pool of workers."""
    api = APIRouter(prefix="/api", responses=REFUSALS)
    by_id = {rule.id: rule for rule in rules}
    counts = measured()
    work = worker_of(pool)

    @api.post("/check", openapi_extra=CHECK_FORM, responses=CHECKED, response_class=Response)
    async def check(request: Request, lang: Asked = None) -> Response:
        """Check up to ten files or one text; a file that cannot be checked says why in its own record."""
        drafts = (await read_form(request, lang)).drafts()
        return check_answer(
            await asyncio.gather(*(answered(work, draft, lang or language) for draft in drafts)), lang or language
        )

    @api.post("/review", openapi_extra=REVIEW_FORM, responses=FILE, response_class=Response)
    async def review(request: Request, lang: Asked = None) -> Response:
        """Hand one draft back with comments, with tracked changes, or corrected, as chosen."""
        form = await read_form(request, lang)
        draft, chosen = form.draft(), form.chosen()
        done = await work(Deliver(draft, chosen.kind, chosen.choices))
        headers = {
            "Content-Disposition": disposition(draft, chosen, lang or language),
            "Speechlint-Comments": str(done.comments),
            "Speechlint-Changes": str(done.changes),
        }
        return Response(done.data, media_type="application/octet-stream", headers=headers)

    @api.get("/rules")
    async def all_rules(lang: Asked = None) -> list[RuleTitle]:
        """Every rule, those that are off included."""
        return [title_of(rule, lang or language) for rule in rules]

    @api.get("/rules/{family}/{name}")
    async def one_rule(family: str, name: str, lang: Asked = None) -> RulePage:
        """One rule: what it finds, why, and its own examples."""
        rule = by_id.get(f"{family}/{name}")
        if rule is None:
            raise Problem("unknown-rule", name=f"{family}/{name}")
        return page_of(rule, lang or language, counts.get(rule.id))

    return api


def worker_of(pool: Pool) -> Work:
    """What does jobs in threads of their own, as many at a time as there are workers, in the order they come."""
    limiter = CapacityLimiter(pool.size)

    async def work(job: Job[Result]) -> Result:
        return await anyio.to_thread.run_sync(pool.do, job, limiter=limiter)

    return work


async def answered(work: Work, draft: Draft, language: Language) -> Answered:
    try:
        require_fit(draft)
        return Answered(await work(Check(draft)))
    except Problem as problem:
        return Answered(as_json({"name": draft.name, "error": problem.say(language)}), problem)


def check_answer(answers: Sequence[Answered], language: Language) -> Response:
    """All records; the status tells when one of them fails through no fault of its draft."""
    failures = [answer.problem for answer in answers if answer.problem and answer.problem.key in OURS]
    body = b'{"files": [%b]' % b", ".join(answer.record for answer in answers)
    body += b', "error": %b}' % as_json(failures[0].say(language)) if failures else b"}"
    status = STATUS[failures[0].key] if failures else 200
    return Response(body, status, media_type="application/json")


def disposition(draft: Draft, chosen: Chosen, language: Language) -> str:
    """The header that gives the file its name: 讲话.批注.docx (RFC 6266, the name in UTF-8 as RFC 8187 writes it)."""
    path = Path(draft.name)
    name = f"{path.stem}.{say(f'chosen-{chosen.kind}', language)}{path.suffix}"
    return f"attachment; filename*=UTF-8''{quote(name, safe='', errors='replace')}"


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
