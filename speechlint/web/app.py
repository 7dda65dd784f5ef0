"""The application: the page's files, the API behind them, and the guard before both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from speechlint import __version__
from speechlint.messages import Language, Problem
from speechlint.reports.html import HTML_LANGUAGES
from speechlint.ruleset import Rule
from speechlint.web.api import STATUS, make_api
from speechlint.web.form import BODY_LIMIT
from speechlint.web.guard import Access, Guard
from speechlint.web.pool import Pool

KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
# Nothing is told to anybody, whatever the environment of the library says.
SILENT: dict[str, Any] = {"telemetry": {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}}


def create_app(pool: Pool, rules: Sequence[Rule], access: Access) -> ASGIApp:
    """The page and its API; the pool is closed when the server ends."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        pool.close()

    app = FastAPI(
        title="speechlint",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # these pages load what they show from elsewhere
        redoc_url=None,
        lifespan=lifespan,
        **SILENT,
    )
    app.include_router(make_api(pool, rules, access.language))
    for name, content in page_files(access.language).items():
        app.add_route("/" if name == "index.html" else f"/{name}", page_file(name, content), include_in_schema=False)
    speak_plainly(app, access.language)
    return Guard(app, access, BODY_LIMIT)


def page_files(language: Language) -> dict[str, bytes]:
    """The page's files by name; the page speaks the language that its root element is in."""
    folder = files("speechlint.web").joinpath("page")
    found = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    html = HTML_LANGUAGES[language].encode()
    return {**found, "index.html": found["index.html"].replace(b'lang="zh-CN"', b'lang="%b"' % html, 1)}


def page_file(name: str, content: bytes) -> Callable[[Request], Awaitable[Response]]:
    kind = KINDS["." + name.rpartition(".")[2]]

    async def send(request: Request) -> Response:
        return Response(content, media_type=kind)

    return send


def speak_plainly(app: FastAPI, default: Language) -> None:
    """Whatever goes wrong, the answer is {"error": a message}."""

    def language_of(request: Request) -> Language:
        return {"zh": "zh", "en": "en"}.get(request.query_params.get("lang", ""), default)  # type: ignore[return-value]

    def refusal(request: Request, status: int, problem: Problem) -> Response:
        return JSONResponse({"error": problem.say(language_of(request))}, status)

    @app.exception_handler(Problem)
    async def on_problem(request: Request, problem: Problem) -> Response:
        return refusal(request, STATUS.get(problem.key, 422), problem)

    @app.exception_handler(RequestValidationError)
    async def on_invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return refusal(request, 422, Problem("bad-request", reason=f"{first['loc'][-1]}: {first['msg']}"))

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, error: HTTPException) -> Response:
        problem = Problem("too-much") if error.status_code == 413 else Problem("bad-request", reason=error.detail)
        response = refusal(request, error.status_code, problem)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    async def on_failure(request: Request, error: Exception) -> Response:
        return refusal(request, 500, Problem("server-failed"))
