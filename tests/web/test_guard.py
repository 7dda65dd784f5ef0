"""Who is let in and who is not."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from speechlint.web.guard import COOKIE, Access, Guard

LIMIT = 100
OPEN = Access()
TOKEN = Access("0.0.0.0", "geheim")


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(f"in {len(body)}")(scope, receive, send)


def asked(
    access: Access, method: str = "GET", path: str = "/", body: tuple[bytes, ...] = (), query: str = "", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of the answer."""
    said: list[Message] = []
    chunks = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in body]
    coming = iter([*chunks, {"type": "http.request", "body": b""}])

    async def receive() -> Message:
        return next(coming)

    async def send(message: Message) -> None:
        said.append(message)

    given = {"host": "127.0.0.1:8764", **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {
        "type": "http",
        "scheme": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("utf-8", "surrogateescape")) for name, value in given.items()],
    }
    asyncio.run(Guard(application, access, LIMIT)(scope, receive, send))
    heads = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return said[0]["status"], heads, b"".join(message.get("body", b"") for message in said[1:])


@pytest.mark.parametrize(
    ("access", "host", "status"),
    [
        (OPEN, "127.0.0.1:8764", 200),
        (OPEN, "localhost", 200),
        (OPEN, "LOCALHOST:80", 200),
        (OPEN, "[::1]:8764", 200),
        (OPEN, "evil.example", 403),
        (OPEN, "127.0.0.1.evil.example:8764", 403),
        (OPEN, "192.168.1.5:8764", 403),
        (OPEN, "[", 403),
        (OPEN, "", 403),
        (Access("192.168.1.5"), "192.168.1.5:8764", 200),
        (Access("192.168.1.5"), "localhost:8764", 403),
        (Access("0.0.0.0"), "192.168.1.5:8764", 200),
        (Access("::"), "localhost:8764", 200),
        (Access("0.0.0.0"), "evil.example", 403),
    ],
)
def test_only_the_servers_own_names_are_answered(access: Access, host: str, status: int) -> None:
    assert asked(access, host=host)[0] == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:8764"}, 200),
        ({"origin": "http://127.0.0.1:8764", "sec_fetch_site": "same-origin"}, 200),
        ({"sec_fetch_site": "none"}, 200),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://127.0.0.1:8764"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site", "origin": "http://127.0.0.1:8764"}, 403),
    ],
)
def test_other_pages_may_not_send_anything(headers: dict[str, str], status: int) -> None:
    assert asked(OPEN, "POST", "/api/check", **headers)[0] == status
    assert asked(OPEN, "DELETE", "/x", **headers)[0] == status


def test_a_link_from_elsewhere_opens_the_page() -> None:
    assert asked(OPEN, sec_fetch_site="cross-site")[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"cookie": f"{COOKIE}=geheim"}, 200),
        ({"cookie": f"a[]=1; {COOKIE}=geheim; b"}, 200),
        ({"cookie": f"{COOKIE}=falsch"}, 401),
        ({"authorization": "Bearer geheim"}, 200),
        ({"authorization": "Basic geheim"}, 401),
        ({"authorization": "Bearer gehei\udcffm"}, 401),
    ],
)
def test_where_others_can_reach_it_a_token_is_needed(headers: dict[str, str], status: int) -> None:
    assert asked(TOKEN, path="/api/rules", **headers)[0] == status


def test_the_token_in_the_address_becomes_a_cookie() -> None:
    status, headers, _ = asked(TOKEN, query="token=geheim")
    assert (status, headers["location"]) == (303, "/")
    assert headers["set-cookie"] == f"{COOKIE}=geheim; HttpOnly; Path=/; SameSite=strict"
    assert asked(TOKEN, query="token=falsch")[0] == 401
    assert asked(TOKEN, path="/api/rules", query="token=geheim")[0] == 401


@pytest.mark.parametrize("headers", [{}, {"content_length": "1"}, {"content_length": "x"}])
def test_a_body_is_read_up_to_its_limit_whatever_it_says_of_itself(headers: dict[str, str]) -> None:
    from starlette.exceptions import HTTPException

    assert asked(OPEN, "POST", body=(b"x" * 60, b"x" * 40), **headers)[2] == b"in 100"
    with pytest.raises(HTTPException) as raised:
        asked(OPEN, "POST", body=(b"x" * 60, b"x" * 41), **headers)
    assert raised.value.status_code == 413


def test_a_body_that_says_it_is_too_large_is_not_read() -> None:
    assert asked(OPEN, "POST", content_length="101")[0] == 413


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example"])
def test_every_answer_keeps_the_page_to_itself(host: str) -> None:
    headers = asked(OPEN, host=host)[1]
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


def test_nothing_but_http_is_spoken() -> None:
    async def never(*ignored: object) -> Message:
        raise AssertionError

    asyncio.run(Guard(application, OPEN, LIMIT)({"type": "websocket", "headers": []}, never, never))
