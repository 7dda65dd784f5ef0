"""The server: a socket bound first, so that its port is known, then the application behind it until Ctrl-C."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Sequence
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Language, Problem
from speechlint.ruleset import Rule
from speechlint.web.app import create_app
from speechlint.web.guard import Access, is_any, is_local
from speechlint.web.pool import Pool

WORKERS = 4
# What is under way when the server is told to end may take so long; then its workers are killed.
PATIENCE = 1


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens on a host's port, any free one for 0; raises Problem."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        raise Problem("no-port", host=host, port=port, reason=error.strerror or str(error)) from None


def access_to(host: str, language: Language) -> Access:
    """What a server bound to a host answers to; one that other machines reach has a token."""
    return Access(host.lower(), None if is_local(host.lower()) else secrets.token_urlsafe(24), language)


def address_of(listening: socket.socket, access: Access) -> str:
    """What to open in a browser, the token included."""
    host, port = listening.getsockname()[:2]
    host = socket.gethostname().lower() if is_any(host) else host
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={access.token}" if access.token else "")


def rules_of(request: Request) -> tuple[Rule, ...]:
    """Every rule known here; raises Problem when the configuration is wrong."""
    workspace = Workspace(request)
    workspace.for_path(Path("-.txt"))
    return workspace.rules(Path.cwd())


def serve(listening: socket.socket, request: Request, rules: Sequence[Rule], access: Access, limit: float) -> None:
    """Serve until Ctrl-C, which is passed on; a draft is given up after `limit` seconds."""
    pool = Pool(request, min(os.cpu_count() or 1, WORKERS), limit)
    try:
        server_of(create_app(pool, rules, access)).run(sockets=[listening])
    finally:
        pool.close()


def server_of(app: ASGIApp) -> uvicorn.Server:
    """A server that says nothing, for what it would say holds the token."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=PATIENCE,
        )
    )
