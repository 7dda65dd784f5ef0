"""Who may speak to the page: by its own name, from its own pages, with its token, and within its size."""

from __future__ import annotations

import hmac
import ipaddress
import json
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from speechlint.messages import Language, Problem

COOKIE = "speechlint-token"
READING = ("GET", "HEAD", "OPTIONS")
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
# Nothing but the page's own files may be loaded, and nobody may frame it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Access:
    """What the server answers to: the address it is bound to, its token if it needs one, and its languages' default."""

    host: str = "127.0.0.1"
    token: str | None = None
    language: Language = "zh"

    def answers(self, name: str) -> bool:
        """Whether a request may call the server by this name; a foreign one may be led here by its own name server."""
        if name in (LOCAL | {self.host} if is_local(self.host) else {self.host}):
            return True
        if not is_any(self.host):
            return False
        return name in LOCAL or name == socket.gethostname().lower() or is_address(name)

    def admits(self, given: Iterable[str]) -> bool:
        """Whether the token, if there is one, is among those given."""
        token = self.token
        return token is None or any(hmac.compare_digest(one.encode(), token.encode()) for one in given)


class Guard:
    """The application behind checks of every request; what it refuses, the application never sees."""

    def __init__(self, app: ASGIApp, access: Access, limit: int) -> None:
        self._app = app
        self._access = access
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            answer = self._answer(scope) or self._app
            await answer(scope, limited(receive, self._limit), secured(send))

    def _answer(self, scope: Scope) -> Response | None:
        """What is said instead of the application, None where it may speak."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._access.answers(name_of(host)):
            return self._refusal(403, Problem("wrong-host", host=host))
        if scope["method"] not in READING and not is_own_page(headers, f"{scope['scheme']}://{host}"):
            return self._refusal(403, Problem("wrong-origin"))
        if not self._access.admits(cookie_and_bearer(headers)):
            return self._let_in(scope)
        if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")) > self._limit:
            return self._refusal(413, Problem("too-much"))
        return None

    def _let_in(self, scope: Scope) -> Response:
        """A token in the address becomes a cookie, and the address loses it."""
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if scope["method"] != "GET" or scope["path"] != "/" or not self._access.admits(given):
            return self._refusal(401, Problem("no-token"))
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(COOKIE, given[0], httponly=True, samesite="strict")
        return response

    def _refusal(self, status: int, problem: Problem) -> Response:
        body = json.dumps({"error": problem.say(self._access.language)}, ensure_ascii=False).encode("utf-8", "replace")
        return Response(body, status, media_type="application/json")


def limited(receive: Receive, limit: int) -> Receive:
    """The request, broken off with 413 as soon as more than `limit` bytes of its body have come."""
    come = 0

    async def counted() -> Message:
        nonlocal come
        message = await receive()
        come += len(message.get("body", b""))
        if come > limit:
            raise HTTPException(413)
        return message

    return counted


def secured(send: Send) -> Send:
    """The answer with the headers that keep a page to itself."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return with_headers


def is_own_page(headers: Headers, origin: str) -> bool:
    """Whether a request comes from a page of this server, or from no browser at all."""
    site = headers.get("sec-fetch-site", "same-origin")
    return site in ("same-origin", "none") and headers.get("origin", origin).lower() == origin.lower()


def cookie_and_bearer(headers: Headers) -> list[str]:
    """The tokens a request brings, as a cookie and as a header."""
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    return [cookie_parser(headers.get("cookie", "")).get(COOKIE, ""), bearer if scheme.lower() == "bearer" else ""]


def name_of(host: str) -> str:
    """The name in a Host header, without its port and brackets."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_local(host: str) -> bool:
    """Whether only this machine can reach what is bound to a host."""
    return host == "localhost" or (is_address(host) and ipaddress.ip_address(host).is_loopback)


def is_any(host: str) -> bool:
    """Whether a host stands for every address of this machine."""
    return is_address(host) and ipaddress.ip_address(host).is_unspecified
